-- Rows from few persons. Reads: indicators, by_group. One row when there are any.
with sizes as (
  select n from indicators where sex <> 'F-M'
  union all
  select n from by_group where sex <> 'F-M'
)
select count(*) filter (where n < 50) as few, count(*) as cells
from sizes
having count(*) filter (where n < 50) > 0
