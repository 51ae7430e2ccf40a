-- Groups and periods without an effect. Reads: group_time. At most one row.
select
  count(*) as cells,
  count(*) filter (where status = 'no-overlap') as overlap,
  count(*) filter (where status = 'too-few-controls') as controls
from group_time
where att is null
having count(*) > 0
