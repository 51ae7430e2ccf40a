-- Territories by complexity, most complex first. Reads: territories. Grain: territory.
select territory, eci
from territories
where eci is not null
order by eci desc, territory
limit 40
