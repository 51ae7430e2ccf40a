-- Eurofound's pattern. Reads: tests. A row for each sex.
select
  sex,
  coalesce(breakdown, 'none') as breakdown,
  replace(pattern, '-', '_') as pattern,
  $better as better,
  abs(mean_change) as mean_change,
  case when mean_change < 0 then 'fell' else 'rose' end as mean_direction,
  abs(spread_change) as spread_change
from tests
where pattern is not null
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
