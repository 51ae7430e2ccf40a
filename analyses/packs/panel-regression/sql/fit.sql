-- How the regression fits, or why there is none. Reads: fitted. Grain: breakdown, sex.
select *
from fitted
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  sex
