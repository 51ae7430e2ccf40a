-- The widest gaps, a row for each sex. Reads: latest. Grain: territory, sex.
with shown as (select * from latest where difference is not null and place <= 30),
sexes as (
  select *, 'F' as sex, women as value, women_n as n, 1 as turn from shown
  union all
  select *, 'M' as sex, men as value, men_n as n, 2 as turn from shown
  union all
  select *, 'T' as sex, total as value, total_n as n, 3 as turn from shown where total is not null
)
select territory, sex, value, least(women, men) as "from", greatest(women, men) as "to", difference,
  n, period, age, category
from sexes
order by place, turn
