-- Poverty rates of the territories, highest first, at most 30; the whole alone where there are none.
-- Reads: indicators. Grain: territory, sex.
with places as (
  select territory, row_number() over (order by arpr desc, territory) as place
  from indicators
  where sex = 'T'
    and arpr is not null
    and (territory <> 'all' or not exists (select 1 from indicators where territory <> 'all'))
)
select
  indicators.territory, indicators.sex, indicators.arpr, indicators.arpr_low as low, indicators.arpr_high as high,
  indicators.n
from indicators
join places on places.territory = indicators.territory and places.place <= 30
where indicators.sex in ('F', 'M', 'T') and indicators.arpr is not null
order by places.place, list_position(['F', 'M', 'T'], indicators.sex)
