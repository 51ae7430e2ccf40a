-- As the method gives it, women first. Reads: balance_raw. Grain: breakdown, sex, turn.
select *
from balance_raw
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, turn
