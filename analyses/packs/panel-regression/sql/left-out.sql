-- Rows in and out of the estimate, over all sexes and breakdowns. Reads: left_rows, fitted. Grain: reason.
with reasons as (
  select reason, max(turn) as turn, sum(units) as units, sum("rows") as "rows"
  from left_rows
  group by reason
  union all
  select 'estimated', 0, 0, 0 where not exists (select 1 from left_rows)
)
select reason, units, "rows"
from reasons
order by
  case reason
    when 'missing' then 1 when 'not-positive' then 2 when 'no-weight' then 3
    when 'only-zeros' then 4 when 'singleton' then 5 else 6
  end,
  reason
