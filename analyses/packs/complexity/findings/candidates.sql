-- Activities the territory does not have, related and complex. Reads: portfolio, scope. One row when there are any.
with best as (
  select *, row_number() over (order by density desc, pci desc, activity) as place
  from portfolio
  where entry = 'candidate'
)
select
  scope.territory, scope.period,
  count(*) as candidates,
  array_to_string(list(best.activity order by best.place)[1:5], ', ') as names,
  case when count(*) > 5 then 'more' else 'all' end as listed,
  arg_min(best.activity, best.place) as best,
  arg_min(best.density, best.place) as density,
  arg_min(best.rca, best.place) as rca
from best, scope
group by scope.territory, scope.period
