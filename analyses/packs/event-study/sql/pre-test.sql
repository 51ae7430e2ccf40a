-- The effect before the policy that is least like zero, its p multiplied by their number (Bonferroni). Reads:
-- coefficients. Grain: breakdown, sex.
with before as (
  select
    *,
    row_number() over (partition by breakdown, sex order by p nulls last, event_time) as place,
    count(p) over (partition by breakdown, sex) as periods
  from coefficients
  where event_time < 0 and status = 'ok'
)
select
  breakdown, sex,
  estimate as largest,
  event_time,
  case when p is not null then least(1.0, p * periods) end as p,
  periods,
  'ok' as status
from before
where place = 1
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  sex
