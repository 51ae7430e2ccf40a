-- Everything there is in each territory, newest period: where plants placed by chance would be.
-- Reads: structures, scope. Grain: territory.
select s.territory, sum(s.total) as total
from structures as s
join scope on s.period is not distinct from scope.period and s.sex = scope.sex
group by s.territory
order by s.territory
