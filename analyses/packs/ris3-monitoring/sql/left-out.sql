-- What is not in the answer and why. Reads: indicators, plans, history, progress. Grain: reason.
with reasons as (
  select 1 as turn, 'not-selected' as reason,
    count(distinct indicator) as units,
    count(*) - (select count(*) from plans) as "rows"
  from indicators
  union all
  select 2, 'older', count(distinct priority || ' ' || indicator), count(*) - (select count(*) from progress) from history
  union all
  select 3, 'measured', count(distinct priority || ' ' || indicator), count(*) from progress where progress is not null
  union all
  select 4, status, count(distinct priority || ' ' || indicator), count(*) from progress where progress is null group by status
)
select reason, units::double as units, "rows"::double as "rows"
from reasons
where "rows" > 0 or reason = 'measured'
order by turn, reason
