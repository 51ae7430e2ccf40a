-- The answer. Reads: effects_raw, difference_raw. Grain: breakdown, sex, estimator.
-- Whether an effect is certain is decided here once, by p, and every sentence keeps to it.
with joined as (
  select * from effects_raw
  union all by name
  select * from difference_raw
)
select
  breakdown, sex, estimator, att, se, low, high, p, smallest_p, relative, pre_rmspe, post_rmspe, chosen, paired,
  case
    when p is null then 'unknown'
    when p <= 1 - $confidence + 1e-12 then 'certain'
    else 'uncertain'
  end as certainty,
  case when att > 0 then 'higher' when att < 0 then 'lower' else 'equal' end as direction,
  status
from joined
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  sex,
  chosen desc,
  case estimator when 'sc' then 1 when 'sdid' then 2 else 3 end,
  estimator
