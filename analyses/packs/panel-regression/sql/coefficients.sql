-- Slopes and their errors. Reads: estimated. Grain: breakdown, sex, term.
select breakdown, sex, term, estimate, se, t, p, low, high, n, status
from estimated
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  sex, turn, term
