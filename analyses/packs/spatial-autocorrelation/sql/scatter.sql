-- Every territory against its neighbours, and its place on the line whose slope Moran's I is. Reads: local.
-- Grain: territory. With standardised rows the slope is exactly I; otherwise it is the ordinary one.
with moran as (select * from local where statistic = 'moran'),
slope as (select sum(deviation * lag) / sum(deviation * deviation) as steep from moran)
select territory, deviation, lag, deviation * steep as fitted, class
from moran cross join slope
order by territory
