-- The most and the least special territory. Reads: territory_specialisation, scope. One row when there are two.
select
  scope.period_text as period,
  count(*) as territories,
  arg_max(t.territory, t.krugman) as most,
  max(t.krugman) as highest,
  arg_min(t.territory, t.krugman) as least,
  min(t.krugman) as lowest
from territory_specialisation as t
join scope on t.period is not distinct from scope.period and t.sex = scope.sex
where t.krugman is not null
group by scope.period_text
having count(*) > 1 and max(t.krugman) > min(t.krugman)
