-- From the first period to the last where both are known. Reads: index, standing. Description, not a test.
with ends as (
  select
    territory,
    arg_min(score, period) as before,
    arg_max(score, period) as after,
    min(period) as first_period,
    max(period) as last_period
  from index
  where score is not null and territory in (select territory from standing)
  group by territory
  having count(*) > 1
)
select
  min(first_period) as first_period, max(last_period) as last_period,
  count(*) as territories,
  count(*) filter (where after > before) as higher,
  count(*) filter (where after < before) as lower,
  median(after - before) as change
from ends
having count(*) > 0
