-- The most gathered and the most even activity. Reads: activity_concentration, scope. One row when there are two.
select
  scope.period_text as period,
  count(*) as activities,
  arg_max(a.activity, a.locational_gini) as most,
  max(a.locational_gini) as highest,
  arg_min(a.activity, a.locational_gini) as least,
  min(a.locational_gini) as lowest
from activity_concentration as a
join scope on a.period is not distinct from scope.period and a.sex = scope.sex
where a.locational_gini is not null
group by scope.period_text
having count(*) > 1 and max(a.locational_gini) > min(a.locational_gini)
