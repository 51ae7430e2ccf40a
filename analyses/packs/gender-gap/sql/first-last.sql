-- Women, men and total at the first and the last period, where the gap is widest now and known at both ends.
-- Reads: gap, scope, latest. Grain: territory, period, sex. Fewer than two periods: no rows, and no chart.
with ends as (
  select gap.*, latest.place
  from gap
  join scope
    on gap.age is not distinct from scope.age
   and gap.category is not distinct from scope.category
   and gap.period in (scope.first_period, scope.last_period)
   and scope.first_period < scope.last_period
  join latest on latest.territory = gap.territory
  where gap.difference is not null
),
known as (
  select *, dense_rank() over (order by place) as turn
  from ends
  qualify count(*) over (partition by territory) = 2
),
shown as (select * from known where turn <= 6),
sexes as (
  select *, 'F' as sex, women as value, women_n as n, 1 as sex_turn from shown
  union all
  select *, 'M' as sex, men as value, men_n as n, 2 as sex_turn from shown
  union all
  select *, 'T' as sex, total as value, total_n as n, 3 as sex_turn from shown where total is not null
)
select territory, period, sex, value, n, age, category
from sexes
order by turn, period, sex_turn
