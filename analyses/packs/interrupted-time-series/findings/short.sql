-- Short series. Reads: summary.
select
  min(periods_before) as before, min(periods_after) as after,
  count(*) as groups
from summary
where short and sex <> 'F-M'
having count(*) > 0
