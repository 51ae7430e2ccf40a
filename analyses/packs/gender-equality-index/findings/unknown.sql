-- Names in the data that belong to no domain of the index. Reads: unknown. One row when there are any.
select
  count(*) as number,
  array_to_string(list(name order by name)[1:5], ', ') as names,
  case when count(*) > 5 then 'more' else 'all' end as listed
from unknown
having count(*) > 0
