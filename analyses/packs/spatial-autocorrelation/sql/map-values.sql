-- The values on the ground, per 1,000 people where people are given. Reads: values, outlines. Grain: territory.
-- No shapes: no rows.
select
  outlines.territory,
  case
    when (select count(population) from values) = 0 then values.value
    when values.population > 0 then 1000.0 * values.value / values.population
  end as measured,
  outlines.outline
from outlines
join values on values.territory = outlines.territory
order by outlines.territory
