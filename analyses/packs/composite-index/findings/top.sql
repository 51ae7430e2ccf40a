-- The best place, and whether another territory could hold it as well. Reads: standing. At most one row.
with best as (select * from standing where place = 1 order by territory limit 1),
behind as (select min(q5) as q5 from standing where place > 1)
select
  best.territory, best.score, best.units, best.q5, best.q95,
  coalesce(best.period, 'none') as period,
  (select count(*) from standing where place = 1) as sharing,
  case
    when best.q5 is null then 'none'
    when best.q95 < behind.q5 then 'clear'
    else 'open'
  end as certainty,
  (select count(*) from standing where place > 1 and q5 <= best.q95) as rivals
from best, behind
