-- Every coefficient. Reads: terms_raw. Grain: breakdown, sex, kind, term.
select breakdown, sex, kind, term, estimate, se, se_robust, p, low, high
from terms_raw
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  sex,
  case kind when 'absolute' then 1 when 'weighted' then 2 else 3 end, turn, term
