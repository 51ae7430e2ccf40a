-- Territories by complexity. Reads: territories_raw. Grain: territory.
select
  *,
  case when eci is not null then rank() over (order by round(eci, 9) desc nulls last) end as rank
from territories_raw
order by territory
