-- Activities the whole did not have at the beginning. Reads: components, scope. One row when there are any.
select
  count(distinct c.activity) as activities,
  array_to_string((array_agg(distinct c.activity order by c.activity))[1:5], ', ') as names,
  case when count(distinct c.activity) > 5 then 'more' else 'all' end as listed,
  sum(c.not_allocated) as change,
  max(scope.from_period) as from_period
from components as c
join scope on c.sex = scope.sex
where c.status = 'new-activity'
having count(*) > 0
