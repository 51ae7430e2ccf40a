-- Indicators that a few extreme values decide. Reads: summary, treatment. One row when there are any.
select
  summary.skewed, summary.indicators,
  (select array_to_string(list(indicator order by indicator)[1:5], ', ') from treatment where not passed) as names,
  case when summary.skewed > 5 then 'more' else 'all' end as listed,
  case when $treat or $preset = 'ris' then 'after' else 'untreated' end as phase
from summary
where summary.skewed > 0
