-- How much of each change is the territory's own. Reads: totals, scope. Largest regional parts first.
-- For women and men as well where the data have them: the same territories, in the order women, men, total.
with own as (
  select *, regional + coalesce(allocation, 0) as local
  from totals
  where total is not null
),
places as (
  select own.territory, row_number() over (order by abs(own.local) desc, own.territory) as place
  from own
  join scope on own.sex = scope.sex
)
select
  own.territory, own.sex, own.from_period, own.to_period,
  abs(own.total) as size,
  own.total, own.national, own.mix, own.local,
  coalesce(own.growth, 0) as growth,
  case when own.total > 0 then 'up' when own.total < 0 then 'down' else 'same' end as direction,
  case
    when abs(own.local) <= 1e-9 * (own.start + own."end") then 'level'
    when own.local > 0 then 'ahead'
    else 'behind'
  end as pace,
  case when own.not_allocated = 0 then 'none' else 'some' end as rest,
  own.not_allocated
from own
join places on places.territory = own.territory
where places.place <= 2
order by places.place, case own.sex when 'F' then 1 when 'M' then 2 else 3 end
