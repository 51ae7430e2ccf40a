-- What the line of spread says in words. Reads: spread_path, judged, scope. Exactly one row.
select
  coalesce(max(judged.spread), 'same') as spread,
  coalesce(max(judged.spread_certainty), 'none') as certainty,
  coalesce(max(judged."first"), '') as "first",
  coalesce(max(judged."last"), '') as "last",
  coalesce(max(judged.n), 0) as territories,
  (select arg_min(sd_log, period) from spread_path where spread_path.sex = (select sex from scope)) as before,
  (select arg_max(sd_log, period) from spread_path where spread_path.sex = (select sex from scope)) as after
from scope
left join judged
  on judged.breakdown = scope.breakdown and judged.sex = scope.sex and judged.kind = 'absolute'
