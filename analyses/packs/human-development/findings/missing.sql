-- Territories without some of the indices. Reads: indices. One row when there are any.
select
  count(*) as cases,
  count(*) filter (where hdi is null) as hdi,
  count(*) filter (where gdi is null) as gdi,
  count(*) filter (where ihdi is null) as ihdi,
  count(*) filter (where gii is null) as gii
from indices
where status <> 'ok'
having count(*) > 0
