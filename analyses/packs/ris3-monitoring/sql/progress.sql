-- The answer: the newest observation with a value, or the newest row when there is none. Reads: history.
-- Grain: priority, indicator, sex. With a date given, what is later is not seen.
with seen as (
  select
    *,
    row_number() over (
      partition by priority, indicator, sex
      order by actual is null, year desc nulls last
    ) as place,
    lag(actual) over (partition by priority, indicator, sex order by year) as before
  from history
  where $as_of = '' or year is null or year <= $as_of
)
select
  * exclude (place, before),
  actual - expected as gap,
  actual - before as change,
  case
    when target is null or baseline is null then null
    when target > baseline then 'up'
    when target < baseline then 'down'
    else 'keep'
  end as direction
from seen
where place = 1
order by priority, indicator, case sex when 'F' then 1 when 'M' then 2 else 3 end
