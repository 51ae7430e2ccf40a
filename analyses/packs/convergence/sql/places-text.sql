-- What the chart of places says in words. Reads: places, scope. Exactly one row.
with widest as (select * from places order by abs(after - before) desc, territory limit 1)
select
  (select count(*) from places) as territories,
  coalesce((select territory from widest), '') as territory,
  coalesce((select before from widest), 0) as before,
  coalesce((select after from widest), 0) as after,
  coalesce((select case when after < before then 'up' else 'down' end from widest), 'same') as direction,
  scope.sex
from scope
