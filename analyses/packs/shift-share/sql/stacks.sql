-- The parts of the change, one row for each. Reads: totals, scope. Grain: territory, part.
with shown as (
  select t.*
  from totals as t
  join scope on t.sex = scope.sex
  where t.total is not null
),
parts as (
  select territory, sex, 1 as turn, 'national' as part, national as value, total from shown
  union all
  select territory, sex, 2, 'mix', mix, total from shown
  union all
  select territory, sex, 3, 'regional', regional, total from shown
  union all
  select territory, sex, 4, 'allocation', allocation, total from shown where allocation is not null
  union all
  select territory, sex, 5, 'not-allocated', not_allocated, total from shown where not_allocated <> 0
)
select territory, part, value, total, sex
from parts
order by total desc, territory, turn
