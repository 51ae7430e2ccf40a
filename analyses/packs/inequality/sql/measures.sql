-- Inequality by period. Reads: measures_raw. Grain: breakdown, sex, period.
select *
from measures_raw
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  sex, period nulls first
