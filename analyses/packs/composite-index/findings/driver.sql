-- The choice the places depend on most. Reads: sensitivity. At most one row.
-- Shares are estimates from draws and may come out a little outside 0 to 1: a sentence keeps to what a share can be.
-- `clear` when its interval lies above those of all the others.
with ordered as (
  select *, row_number() over (order by total_order desc, factor) as turn
  from sensitivity
  where total_order is not null
)
select
  factor,
  greatest(0, least(1, first_order)) as first_order,
  greatest(0, least(1, total_order)) as total_order,
  greatest(0, least(1, total_low)) as total_low,
  greatest(0, least(1, total_high)) as total_high,
  draws,
  case
    when (select count(*) from ordered) = 1 then 'only'
    when ordered.total_low > (select max(total_high) from ordered where turn > 1) then 'clear'
    else 'open'
  end as certainty
from ordered
where turn = 1
