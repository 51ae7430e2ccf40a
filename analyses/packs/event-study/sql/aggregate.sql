-- The mean effects. Reads: aggregate_raw. Grain: breakdown, sex.
-- Whether an effect is certain is decided here once, by p, and every sentence keeps to it.
select
  breakdown, sex, att, se, low, high, p,
  case
    when p is null then 'unknown'
    when p <= 1 - $confidence + 1e-12 then 'certain'
    else 'uncertain'
  end as certainty,
  case when att > 0 then 'higher' when att < 0 then 'lower' else 'equal' end as direction,
  status
from aggregate_raw
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  sex
