-- Growth against the initial level. Reads: points_raw, scope. Grain: territory, sex.
select p.territory, p.sex, p.initial, p.growth, p.fitted
from points_raw as p
join scope on coalesce(p.breakdown, '') = scope.breakdown
order by case p.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, p.sex, p.initial, p.territory
