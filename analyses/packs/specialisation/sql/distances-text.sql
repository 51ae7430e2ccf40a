-- What the second chart says in words. Reads: distances, scope. Exactly one row.
select
  scope.period_text as period,
  scope.sex,
  count(distances.territory) as shown,
  coalesce(arg_max(distances.territory, distances.krugman), '') as most,
  coalesce(arg_min(distances.territory, distances.krugman), '') as least,
  max(distances.krugman) as highest,
  min(distances.krugman) as lowest
from scope
left join distances on true
group by scope.period_text, scope.sex
