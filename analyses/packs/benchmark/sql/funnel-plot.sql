-- Rates by size of the population. Reads: funnel. Grain: territory.
select territory, population, rate, low95, high95, low998, high998, role
from funnel
order by population, territory
