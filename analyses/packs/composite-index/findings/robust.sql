-- How far the places can be relied on. Reads: standing, summary. One row when places were varied.
select
  summary.units, summary.narrow, summary.wide, summary.widest, summary.widest_width, summary.dominated,
  (select max(allowed) from standing) as allowed,
  coalesce((select q5 from standing where territory = summary.widest limit 1), 0) as widest_q5,
  coalesce((select q95 from standing where territory = summary.widest limit 1), 0) as widest_q95,
  $uncertainty_draws as draws
from summary
where summary.narrow + summary.wide > 0
