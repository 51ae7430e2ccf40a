-- The values as tiles of one size. Reads: map_values. Grain: territory. One territory is no pattern, and more than 300
-- tiles are too small to be read: then there are no rows, and no chart.
select territory, measured, outline
from map_values
where (select count(*) from map_values) between 2 and 300
order by territory
