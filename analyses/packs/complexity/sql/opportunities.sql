-- What each territory has and could come to. Reads: densities, activities_raw, cells, chosen. Grain: territory, activity.
-- A candidate is not there yet, is better related to what is there than half of what is not, and is more complex than
-- the mean of what is there.
with joined as (
  select
    d.territory, d.activity, d.rca, d.has, d.density, d.density_own, a.pci,
    coalesce(c.value, 0) as value
  from densities as d
  join activities_raw as a on a.activity = d.activity
  left join cells as c on c.territory = d.territory and c.activity = d.activity
),
measured as (
  select
    *,
    avg(pci) filter (where has) over (partition by territory) as own_pci,
    median(density) filter (where not has) over (partition by territory) as middle
  from joined
)
select
  territory, activity, value, rca, density, density_own, pci,
  case
    when has then 'has'
    when density >= middle and pci > own_pci then 'candidate'
    else 'other'
  end as entry,
  (select max(period) from chosen) as period
from measured
order by territory, activity
