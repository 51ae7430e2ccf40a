-- How gathered plants are beyond chance. Reads: plant_index. Grain: activity.
select activity, plants, gamma as ellison_glaeser, g, h as plant_hhi, z, status
from plant_index
order by activity
