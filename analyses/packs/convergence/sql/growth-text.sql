-- What the scatter says in words. Reads: growth_points, judged, scope. Exactly one row.
select
  coalesce(max(judged.direction), 'same') as direction,
  coalesce(max(judged.certainty), 'none') as certainty,
  coalesce(max(judged."first"), '') as "first",
  coalesce(max(judged."last"), '') as "last",
  max(judged.estimate) as estimate,
  max(judged.half_life) as half_life,
  coalesce(max(judged.status), 'ok') as status,
  (select count(distinct territory) from growth_points) as territories
from scope
left join judged
  on judged.breakdown = scope.breakdown and judged.sex = scope.sex and judged.kind = 'absolute'
