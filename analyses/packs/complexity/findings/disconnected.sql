-- The network falls into parts. Reads: network. One row when it is so.
select
  components,
  territories_inside, territories,
  activities_inside, activities
from network
where components > 1
