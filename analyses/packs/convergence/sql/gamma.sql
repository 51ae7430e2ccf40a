-- Whether the order of territories changed. Reads: gamma_raw. Grain: breakdown, sex.
select *
from gamma_raw
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  sex
