-- What the second chart says in words: of all territories known at both ends, not only of those drawn.
-- Reads: gap, trend, scope, latest. Exactly one row.
with ends as (
  select abs(gap.difference) as before, abs(latest.difference) as after
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
  (select count(difference) from latest) as gaps,
  (select count(distinct territory) from trend) as shown,
  count(*) filter (where after > before) as wider,
  count(*) filter (where after < before) as narrower
from ends
