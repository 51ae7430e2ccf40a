-- The effect for women minus that for men. Reads: summary.
select
  coalesce(breakdown, 'none') as breakdown,
  direction,
  certainty,
  size,
  low,
  high,
  case when low is null then 'none' else 'interval' end as bounds,
  confidence
from summary
where sex = 'F-M' and att is not null
order by breakdown nulls first
