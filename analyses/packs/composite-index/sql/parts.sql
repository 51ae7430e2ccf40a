-- What the best 25 scores are made of. Reads: decomposition, standing, weights_used. Grain: territory, node.
-- A single member, or an aggregation that cannot be split, makes no chart.
select decomposition.territory, decomposition.node, decomposition.points
from decomposition
join standing
  on standing.territory = decomposition.territory
 and standing.period is not distinct from decomposition.period
join weights_used on weights_used.node = decomposition.node
where decomposition.points is not null
  and standing.place <= 25
  and (select count(distinct node) from decomposition) > 1
order by standing.place, decomposition.territory, weights_used.level desc, decomposition.node
