-- Places in the order at the beginning and at the end, the seven that moved most. Reads: points_raw, scope.
-- Grain: territory, period.
with ranked as (
  select
    p.territory,
    rank() over (order by p.initial desc) as before,
    rank() over (order by p.final desc) as after
  from points_raw as p
  join scope on coalesce(p.breakdown, '') = scope.breakdown and p.sex = scope.sex
),
moved as (
  select *, row_number() over (order by abs(after - before) desc, territory) as turn
  from ranked
  where after <> before
)
select territory, period, place
from (
  select territory, turn, 1 as time, 'before' as period, before::double as place from moved where turn <= 7
  union all
  select territory, turn, 2, 'after', after::double from moved where turn <= 7
)
order by turn, territory, time
