-- Territories without an index. Reads: index. One row when there are any.
select
  count(*) as cases,
  array_to_string(list(distinct territory order by territory)[1:5], ', ') as names,
  case when count(distinct territory) > 5 then 'more' else 'all' end as listed
from index
where score is null
having count(*) > 0
