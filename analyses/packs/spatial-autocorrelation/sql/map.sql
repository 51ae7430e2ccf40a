-- The classes on the ground. Reads: local, outlines. Grain: territory. No shapes: no rows.
-- A territory with a shape that could not be analysed stays on the map, without a class.
select outlines.territory, local.class, outlines.outline
from outlines
left join local on local.territory = outlines.territory and local.statistic = 'moran'
order by outlines.territory
