-- Scores of the newest period on the ground. Reads: standing, outlines. Grain: territory. No shapes: no rows.
select standing.territory, standing.score, standing.place, outlines.outline
from outlines
join standing on standing.territory = outlines.territory
order by standing.territory
