-- What the second chart says in words. Reads: summary, horizons_drawn. Exactly one row.
with ends as (
  select
    first(value order by horizon) as first_value,
    last(value order by horizon) as last_value,
    max(horizon) as last_horizon
  from horizons_drawn
  where panel = (
    select panel from summary where drawn
    order by case sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, sex, breakdown limit 1
  )
),
chosen as (
  select * from summary where drawn
  order by case sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, sex, breakdown
  limit 1
)
select
  chosen.start, $confidence as confidence, ends.first_value, ends.last_value, ends.last_horizon,
  case when abs(ends.last_value) > abs(ends.first_value) then 'grows'
       when abs(ends.last_value) < abs(ends.first_value) then 'fades' else 'same' end as course,
  case when chosen.slope_certain then 'certain' else 'uncertain' end as certainty,
  (select count(distinct panel) from horizons_drawn) as panels
from chosen
cross join ends
