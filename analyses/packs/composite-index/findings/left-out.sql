-- Territories without a place. Reads: scores. One row when there are any.
with gone as (
  select territory, min(status) as reason from scores where status in ('low-availability', 'many-zeros') group by territory
)
select
  count(*) as territories,
  count(*) filter (where reason = 'many-zeros') as zeros,
  array_to_string(list(territory order by territory)[1:5], ', ') as names,
  case when count(*) > 5 then 'more' else 'all' end as listed
from gone
having count(*) > 0
