-- One sentence for each group: size, direction, interval. Reads: summary.
select
  sex,
  coalesce(breakdown, 'none') as breakdown,
  direction,
  certainty,
  size,
  low,
  high,
  case when low is null then 'none' else 'interval' end as bounds,
  p,
  confidence,
  treated_units,
  never_treated
from summary
where sex <> 'F-M' and att is not null
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
