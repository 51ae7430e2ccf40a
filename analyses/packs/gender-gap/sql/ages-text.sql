-- What the picture of ages says in words. Reads: ages. Exactly one row.
with pairs as (
  select
    age,
    max(n) filter (where sex = 'F') as women,
    max(n) filter (where sex = 'M') as men
  from ages
  group by age
)
select
  coalesce((select max(territory) from ages), '') as territory,
  coalesce((select max(period) from ages), '') as period,
  count(*) as ages,
  count(*) filter (where women > men) as women_more,
  count(*) filter (where men > women) as men_more
from pairs
