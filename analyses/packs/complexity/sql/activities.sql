-- Activities by complexity. Reads: activities_raw. Grain: activity.
select
  *,
  case when pci is not null then rank() over (order by round(pci, 9) desc nulls last) end as rank
from activities_raw
order by activity
