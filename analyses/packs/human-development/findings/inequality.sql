-- What inequality takes away. Reads: indices. At most one row.
with here as (
  select * from indices
  where loss is not null and period is not distinct from (select max(period) from indices where loss is not null)
)
select
  coalesce(min(period), 'none') as period, count(*) as territories,
  median(loss) / 100 as median_loss, arg_max(territory, loss) as largest, max(loss) / 100 as largest_loss
from here
having count(*) > 0
