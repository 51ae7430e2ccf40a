-- The highest and the lowest HDI of the newest period. Reads: indices. At most one row.
with here as (
  select * from indices
  where hdi is not null and period is not distinct from (select max(period) from indices where hdi is not null)
)
select
  coalesce(min(period), 'none') as period, count(*) as territories,
  arg_max(territory, hdi) as highest, max(hdi) as high,
  arg_min(territory, hdi) as lowest, min(hdi) as low
from here
having count(*) > 0
