-- Women and men side by side, the newest period, widest differences first. Reads: indices. Grain: territory, sex.
with newest as (select max(period) as period from indices where gdi is not null),
shown as (
  select indices.territory, indices.hdi_women, indices.hdi_men, indices.gdi
  from indices
  join newest on newest.period is not distinct from indices.period
  where indices.gdi is not null
  order by abs(indices.gdi - 1) desc, indices.territory
  limit 30
),
both_sexes as (
  select *, 'F' as sex, hdi_women as value, 1 as turn from shown
  union all
  select *, 'M' as sex, hdi_men as value, 2 as turn from shown
)
select territory, sex, value, least(hdi_women, hdi_men) as low, greatest(hdi_women, hdi_men) as high
from both_sexes
order by abs(gdi - 1) desc, territory, turn
