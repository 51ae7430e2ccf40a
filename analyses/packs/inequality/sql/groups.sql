-- The groups one by one. Reads: groups_raw. Grain: breakdown, sex, period, group.
select *
from groups_raw
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  sex, period nulls first, "group"
