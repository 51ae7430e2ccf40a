-- People by age and sex in the newest period, in the territory with most of them; three ages at least.
-- Reads: gap, scope. Grain: age, sex. `mirrored` turns women to the left, so that both sides start in the middle.
with aged as (
  select gap.*
  from gap
  join scope on gap.category is not distinct from scope.category and gap.period = scope.last_period
  where gap.age is not null
    and lower(gap.age) not in ('total', '_t', 't', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem')
),
chosen as (
  select territory
  from aged
  group by territory
  having count(distinct age) >= 3 and count(women_n) + count(men_n) > 0
  order by sum(coalesce(women_n, 0) + coalesce(men_n, 0)) desc, territory
  limit 1
),
sexes as (
  select aged.*, 'F' as sex, women_n as n, -women_n as mirrored, 1 as turn from aged join chosen on chosen.territory = aged.territory
  union all
  select aged.*, 'M' as sex, men_n as n, men_n as mirrored, 2 as turn from aged join chosen on chosen.territory = aged.territory
)
select territory, period, category, age, sex, n, mirrored, status
from sexes
order by age desc, turn
