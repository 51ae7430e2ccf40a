-- What the first chart says in words. Reads: totals, scope. Exactly one row.
select
  scope.from_period, scope.to_period, scope.sex,
  $variant as variant,
  count(t.total) as shown,
  count(*) filter (where t.total > 0) as growing,
  count(*) filter (where t.regional + coalesce(t.allocation, 0) > 0) as ahead,
  coalesce(arg_max(t.territory, t.regional + coalesce(t.allocation, 0)), '') as best,
  coalesce(arg_min(t.territory, t.regional + coalesce(t.allocation, 0)), '') as worst
from scope
left join totals as t on t.sex = scope.sex and t.total is not null
group by scope.from_period, scope.to_period, scope.sex
