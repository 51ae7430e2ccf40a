-- Places with their interval, the best 40. Reads: standing. Grain: territory. No rows without draws: no chart.
select territory, place as nominal, median, q5, q95
from standing
where q5 is not null
order by place, territory
limit 40
