-- The most and the least complex territory. Reads: territories. One row when there are two.
select
  count(eci) as territories,
  arg_max(territory, eci) as most,
  max(eci) as highest,
  arg_max(diversity, eci) as diversity_most,
  arg_min(territory, eci) as least,
  min(eci) as lowest,
  arg_min(diversity, eci) as diversity_least
from territories
having count(eci) > 1
