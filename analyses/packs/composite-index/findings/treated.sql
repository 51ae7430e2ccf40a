-- What was done with extreme values. Reads: treatment. One row when something was.
select
  count(*) filter (where action like 'winsorise%') as winsorised,
  count(*) filter (where action = 'log' or action like '%root') as transformed,
  sum(points) as points,
  count(*) filter (where action <> 'none') as changed
from treatment
having count(*) filter (where action <> 'none' and action <> 'untreated') > 0
