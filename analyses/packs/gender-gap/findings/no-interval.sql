-- Differences without any interval. Reads: latest. One row when there is at least one.
select period, count(*) as gaps, count(*) filter (where certain is null) as without
from latest
where difference is not null
group by period
having count(*) filter (where certain is null) > 0
