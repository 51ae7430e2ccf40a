-- What the ranking says in words. Reads: ranking, territories, scope. Exactly one row.
select
  scope.period,
  (select count(*) from ranking) as shown,
  (select count(eci) from territories) as compared,
  coalesce((select arg_max(territory, eci) from territories), '') as most,
  coalesce((select arg_min(territory, eci) from territories), '') as least
from scope
