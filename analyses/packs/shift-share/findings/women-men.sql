-- Territories that are ahead for one sex and behind for the other. Reads: totals, scope.
with sexes as (
  select
    territory,
    max(regional + coalesce(allocation, 0)) filter (where sex = 'F') as women,
    max(regional + coalesce(allocation, 0)) filter (where sex = 'M') as men
  from totals
  where total is not null
  group by territory
)
select
  sexes.territory, scope.from_period, scope.to_period,
  sexes.women, sexes.men,
  case when sexes.women > 0 then 'women' else 'men' end as ahead
from sexes, scope
where sexes.women * sexes.men < 0
order by abs(sexes.women - sexes.men) desc, sexes.territory
