-- The activities that carry the regional part of one territory. Reads: drivers, scope. One row when there are two.
select
  scope.territory, scope.sex, scope.from_period, scope.to_period,
  arg_max(drivers.activity, drivers.regional) as best,
  max(drivers.regional) as most,
  arg_min(drivers.activity, drivers.regional) as worst,
  min(drivers.regional) as least
from drivers, scope
group by scope.territory, scope.sex, scope.from_period, scope.to_period
having count(*) > 1 and max(drivers.regional) > 0 and min(drivers.regional) < 0
