-- The jump by sex, and the difference of women and men. Whether it is certain is decided here once, by the interval.
-- Reads: estimate_raw, between_raw. Grain: breakdown, sex, kind.
with both_kinds as (
  select breakdown, sex, kind, estimate, se, low, high, z, p, status from estimate_raw
  union all
  select breakdown, 'F-M', "key", value, se, low, high, case when se > 0 then value / se end, p, 'independent'
  from between_raw
)
select
  breakdown, sex, kind, estimate, se, low, high, z, p,
  case when low is null or se = 0 then 'none' when low > 0 or high < 0 then 'certain' else 'uncertain' end as certainty,
  case when estimate > 0 then 'higher' when estimate < 0 then 'lower' else 'same' end as direction,
  status
from both_kinds
order by
  breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex,
  case kind when 'conventional' then 1 when 'bias-corrected' then 2 else 3 end, kind
