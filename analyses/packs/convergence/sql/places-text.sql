-- What the chart of places says in words. Reads: places, scope. Exactly one row.
with moves as (
  select
    territory,
    max(place) filter (where period = 'before') as before,
    max(place) filter (where period = 'after') as after
  from places
  group by territory
),
widest as (select * from moves order by abs(after - before) desc, territory limit 1)
select
  (select count(*) from moves) as territories,
  coalesce((select territory from widest), '') as territory,
  coalesce((select before from widest), 0) as before,
  coalesce((select after from widest), 0) as after,
  coalesce((select case when after < before then 'up' else 'down' end from widest), 'same') as direction,
  scope.sex
from scope
