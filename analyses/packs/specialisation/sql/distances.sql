-- How far each structure is from the whole. Reads: territory_specialisation, scope. Grain: territory.
select t.territory, t.krugman, t.period, t.sex
from territory_specialisation as t
join scope on t.period is not distinct from scope.period and t.sex = scope.sex
where t.krugman is not null
order by t.krugman desc, t.territory
limit 40
