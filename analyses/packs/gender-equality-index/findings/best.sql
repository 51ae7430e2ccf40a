-- The highest index of the newest period. Reads: standing. At most one row.
select territory, period, score, territories, coalesce(weakest, 'none') as weakest, weakest_score
from standing
where place = 1
order by territory
limit 1
