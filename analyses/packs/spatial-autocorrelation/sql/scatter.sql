-- Every territory against its neighbours, and the line whose slope Moran's I is. Reads: local, global.
-- Grain: part, territory. With standardised rows the slope is exactly I; otherwise it is the ordinary one.
with moran as (select * from local where statistic = 'moran'),
slope as (select sum(deviation * lag) / sum(deviation * deviation) as steep, min(deviation) as low, max(deviation) as high from moran)
select territory, 'area' as part, deviation, lag, class, 1 as turn from moran
union all
select '', 'line', low, low * steep, '', 2 from slope
union all
select '', 'line', high, high * steep, '', 3 from slope
order by turn, territory
