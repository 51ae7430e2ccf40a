-- How special the structure of each territory is. Reads: structures. Grain: territory, period, sex.
select *, krugman / 2 as specialisation_coefficient
from structures
order by period, territory, case sex when 'F' then 1 when 'M' then 2 else 3 end
