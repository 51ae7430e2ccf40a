-- Terms without an estimate and why. Reads: dropped_terms. Grain: breakdown, sex, term.
select *
from dropped_terms
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  sex, term, status
