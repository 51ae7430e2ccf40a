-- The widest gaps, a row for each sex. Reads: latest. Grain: territory, sex.
with shown as (select * from latest where difference is not null and place <= 30),
sexes as (
  select *, 'F' as sex, women as value, 1 as turn from shown
  union all
  select *, 'M' as sex, men as value, 2 as turn from shown
  union all
  select *, 'T' as sex, total as value, 3 as turn from shown where total is not null
)
select territory, sex, value, least(women, men) as "from", greatest(women, men) as "to", difference
from sexes
order by place, turn
