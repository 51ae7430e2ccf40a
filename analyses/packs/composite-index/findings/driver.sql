-- The choice the places depend on most. Reads: sensitivity. At most one row.
-- `clear` when its interval lies above those of all the others.
with ordered as (
  select *, row_number() over (order by total_order desc, factor) as turn
  from sensitivity
  where total_order is not null
)
select
  factor, first_order, total_order, total_low, total_high, draws,
  case
    when (select count(*) from ordered) = 1 then 'only'
    when total_low > (select max(total_high) from ordered where turn > 1) then 'clear'
    else 'open'
  end as certainty
from ordered
where turn = 1
