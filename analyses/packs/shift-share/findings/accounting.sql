-- What the numbers are not. Reads: totals, scope. One row when anything was split.
select count(*) as territories, max(scope.from_period) as from_period, max(scope.to_period) as to_period
from totals as t
join scope on t.sex = scope.sex
where t.total is not null
having count(*) > 0
