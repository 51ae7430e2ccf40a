-- Scores of the whole index with the group and size of each territory. Reads: scores, weights_used, indicators, people.
-- Grain: territory, period. A territory that has no score stays, with its status.
select
  scores.territory, scores.period, groups."group", scores.score, scores."rank", people.population, scores.status
from scores
join weights_used on weights_used.node = scores.node and weights_used.parent is null
left join (
  select territory, period, min("group") as "group" from indicators group by territory, period
) as groups
  on groups.territory = scores.territory and groups.period is not distinct from scores.period
left join people on people.territory = scores.territory
order by scores.territory, scores.period
