-- What is done. Reads: progress. One row when any target is reached.
with done as (
  select
    priority || ': ' || indicator as name, sex,
    row_number() over (order by priority, indicator, sex) as place
  from progress
  where status = 'reached'
)
select
  count(*) as indicators,
  array_to_string(list(distinct name order by name)[1:5], ', ') as names,
  case when count(distinct name) > 5 then 'more' else 'all' end as listed
from done
having count(*) > 0
