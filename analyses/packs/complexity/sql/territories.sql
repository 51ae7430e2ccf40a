-- Territories by complexity. Reads: territories_raw. Grain: territory.
select
  *,
  case when eci is not null then rank() over (order by eci desc nulls last) end as rank
from territories_raw
order by territory
