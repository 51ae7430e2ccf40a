-- Women's effect minus men's. Reads: effect, summary.
select
  coalesce(effect.breakdown, 'none') as breakdown,
  effect.direction,
  effect.certainty,
  abs(effect.att) as size,
  effect.low,
  effect.high,
  case when effect.low is null then 'none' else 'interval' end as bounds,
  effect.p,
  case when effect.p < 0.001 then 'tiny' else 'shown' end as p_size,
  $confidence as confidence
from effect, summary
where effect.chosen and effect.sex = 'F-M'
order by effect.breakdown nulls first
