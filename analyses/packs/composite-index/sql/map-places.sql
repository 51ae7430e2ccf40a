-- The territories to be drawn. Reads: standing. Grain: territory. Shapes come from a need of their own.
select territory, cast(null as varchar) as geometry
from standing
order by territory
