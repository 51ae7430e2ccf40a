-- The Lorenz curve of the last period. Reads: lorenz_raw, scope. Grain: sex, population share.
select c.sex, c.population_share, c.value_share
from lorenz_raw as c
join scope on coalesce(c.breakdown, '') = scope.breakdown and coalesce(c.period, '') = scope.period
order by
  case c.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  c.sex, c.population_share, c.value_share
