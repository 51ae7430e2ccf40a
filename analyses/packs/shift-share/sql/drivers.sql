-- Regional part by activity in the territory where it is largest. Reads: components, scope. Grain: activity.
select
  c.activity,
  c.regional + coalesce(c.allocation, 0) as regional,
  c.start, c."end",
  c.territory, c.sex
from components as c
join scope on c.sex = scope.sex and c.territory = scope.territory
where c.regional is not null
order by regional desc, c.activity
