-- The index through time, territories with the highest score now. Reads: index, standing. Grain: territory, period.
select index.territory, index.period, index.score
from index
join standing on standing.territory = index.territory and standing.place <= 9
where index.score is not null
  and (select count(distinct period) from index where score is not null) > 1
order by standing.place, index.territory, index.period
