-- As the method gives it, women first. Reads: curve_raw. Grain: breakdown, sex, running.
select *
from curve_raw
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, running, side
