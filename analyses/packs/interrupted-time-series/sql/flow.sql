-- Which periods are in the answer and why others are not. Reads: series, long, fit, not_estimated. Grain: reason.
with reasons as (
  select 1 as turn, 'read' as reason, count(distinct period) as units, count(*) as "rows" from series
  union all
  select 2, 'no-period', 0, count(*) from series where period is null
  union all
  select 3, 'no-value', count(distinct period), count(*) from series where period is not null and value is null
  union all
  select 4, 'phase-in', count(distinct period), count(*) from fit where phase = 'phase-in' and sex <> 'F-M'
  union all
  select 5, 'before', count(distinct period), count(*) from fit where phase = 'before' and sex <> 'F-M'
  union all
  select 6, 'after', count(distinct period), count(*) from fit where phase = 'after' and sex <> 'F-M'
  union all
  select 7, 'not-estimated', count(distinct used.period), count(*)
  from long as used
  join not_estimated on not_estimated.sex = used.sex and not_estimated.breakdown is not distinct from used.breakdown
  where used.arm = 'treated'
)
select reason, units::double as units, "rows"::double as "rows"
from reasons
where "rows" > 0 or reason in ('before', 'after')
order by turn
