-- The one judgement of the whole pattern. Reads: global, draws, weights_used. Exactly one row.
select
  global.value,
  global.expected,
  global.p_permutation as p,
  global.z_randomisation as z,
  global.n as areas,
  weights_used.mean_neighbours,
  case when global.value > global.expected then 'alike' else 'unlike' end as direction,
  case when global.p_permutation <= $level then 'certain' else 'uncertain' end as certainty,
  (select coalesce(max(draws.high), global.value) from draws) as most,
  $permutations as permutations
from global
cross join weights_used
where global.statistic = 'moran'
