-- The classes on the ground, each territory at its centre. Reads: local. Grain: territory. No shapes: no rows.
select territory, x, y, class
from local
where statistic = 'moran' and x is not null
order by territory
