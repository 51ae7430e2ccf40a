-- The fixed effects that were taken out. Reads: absorbed. Grain: breakdown, sex, effect.
select *
from absorbed
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  sex, effect
