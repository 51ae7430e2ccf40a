-- Plants with a place, an activity and a size. Reads: plants. Grain: plant.
select territory, activity, size
from plants
where territory is not null and activity is not null and size > 0
order by activity, territory, size
