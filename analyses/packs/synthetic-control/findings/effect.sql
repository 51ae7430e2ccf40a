-- One sentence for each group: size, direction, interval. Reads: effect, summary.
select
  effect.sex,
  coalesce(effect.breakdown, 'none') as breakdown,
  effect.estimator,
  effect.direction,
  effect.certainty,
  abs(effect.att) as size,
  effect.att,
  effect.low,
  effect.high,
  case when effect.low is null then 'none' else 'interval' end as bounds,
  effect.p,
  case when effect.p < 0.001 then 'tiny' else 'shown' end as p_size,
  case when effect.smallest_p is null then 'normal' else 'rank' end as test,
  effect.smallest_p,
  abs(effect.relative) as share,
  case when effect.relative is null then 'none' else 'known' end as relative,
  effect.status,
  $confidence as confidence,
  case when summary.sexes > 1 then 'yes' else 'no' end as by_sex,
  case when summary.unit = '' then 'none' else summary.unit end as unit,
  summary.treated_units,
  summary.start,
  summary.cohorts
from effect, summary
where effect.chosen and effect.sex <> 'F-M'
order by
  effect.breakdown nulls first,
  case effect.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  effect.sex
