-- Places in the order at the beginning and at the end, the ten that moved most. Reads: points_raw, scope.
-- Grain: territory.
with ranked as (
  select
    p.territory,
    rank() over (order by p.initial desc) as before,
    rank() over (order by p.final desc) as after
  from points_raw as p
  join scope on coalesce(p.breakdown, '') = scope.breakdown and p.sex = scope.sex
)
select territory, before::double as before, after::double as after
from ranked
where after <> before
order by abs(after - before) desc, territory
limit 10
