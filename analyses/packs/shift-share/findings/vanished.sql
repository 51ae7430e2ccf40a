-- Activities nobody has any more. Reads: components, scope. One row when there are any.
select
  count(distinct c.activity) as activities,
  array_to_string((array_agg(distinct c.activity order by c.activity))[1:5], ', ') as names,
  case when count(distinct c.activity) > 5 then 'more' else 'all' end as listed,
  max(scope.to_period) as to_period
from components as c
join scope on c.sex = scope.sex
where c.status = 'vanished-activity'
having count(*) > 0
