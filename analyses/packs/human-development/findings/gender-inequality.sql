-- The gender inequality index. Reads: indices. At most one row.
with here as (
  select * from indices
  where gii is not null and period is not distinct from (select max(period) from indices where gii is not null)
)
select
  coalesce(min(period), 'none') as period, count(*) as territories,
  arg_min(territory, gii) as lowest, min(gii) as low, arg_max(territory, gii) as highest, max(gii) as high
from here
having count(*) > 0
