-- What the chart of two periods says in words: of all territories known at both ends, not only of those drawn.
-- Reads: gap, first_last, scope, latest. Exactly one row.
with ends as (
  select
    latest.women - gap.women as women_change,
    latest.men - gap.men as men_change
  from gap
  join scope
    on gap.age is not distinct from scope.age
   and gap.category is not distinct from scope.category
   and gap.period = scope.first_period
   and scope.first_period < scope.last_period
  join latest on latest.territory = gap.territory
  where gap.difference is not null and latest.difference is not null
)
select
  (select first_period from scope) as first_period,
  (select last_period from scope) as last_period,
  (select case when breakdown = '' then 'none' else breakdown end from scope) as breakdown,
  coalesce((select max(kind) from latest), 'other') as kind,
  coalesce((select max(unit) from latest), 'blank') as unit,
  (select count(distinct territory) from first_last) as shown,
  count(*) as places,
  count(*) filter (where women_change > 0) as women_up,
  count(*) filter (where women_change < 0) as women_down,
  count(*) filter (where men_change > 0) as men_up,
  count(*) filter (where men_change < 0) as men_down
from ends
