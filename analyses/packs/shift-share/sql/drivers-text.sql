-- What the second chart says in words. Reads: drivers, scope. Exactly one row.
select
  scope.territory, scope.from_period, scope.to_period, scope.sex,
  count(drivers.activity) as shown,
  count(*) filter (where drivers.regional > 0) as ahead,
  coalesce(arg_max(drivers.activity, drivers.regional), '') as best,
  coalesce(arg_min(drivers.activity, drivers.regional), '') as worst
from scope
left join drivers on true
group by scope.territory, scope.from_period, scope.to_period, scope.sex
