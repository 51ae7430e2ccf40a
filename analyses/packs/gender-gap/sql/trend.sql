-- Gaps through time where they are widest now. Reads: gap, scope, latest. Grain: territory, period.
-- Fewer than two periods are no trend: then there are no rows, and no chart.
select
  gap.territory, gap.period, gap.difference, gap.low, gap.high, gap.women_n, gap.men_n, gap.age, gap.category
from gap
join scope
  on gap.age is not distinct from scope.age
 and gap.category is not distinct from scope.category
 and scope.first_period < scope.last_period
join latest on latest.territory = gap.territory and latest.place <= 9 and latest.difference is not null
where gap.difference is not null
order by latest.place, gap.period
