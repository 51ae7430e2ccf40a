-- A season over plain counters, which have no calendar: taken as months. Reads: summary.
select count(*) as series
from summary
where frequency = 'number' and $season <> 'none' and $season_length is null
having count(*) > 0
