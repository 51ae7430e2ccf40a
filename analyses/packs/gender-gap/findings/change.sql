-- From the first period to the last, where both are known. Reads: gap, scope, latest. Description, not a test.
with ends as (
  select gap.territory, abs(gap.difference) as before, abs(latest.difference) as after
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
  (select max(kind) from latest) as kind,
  coalesce((select max(unit) from latest), 'blank') as unit,
  count(*) as territories,
  count(*) filter (where after < before) as narrower,
  count(*) filter (where after > before) as wider,
  median(before) as median_before,
  median(after) as median_after
from ends
having count(*) > 0
