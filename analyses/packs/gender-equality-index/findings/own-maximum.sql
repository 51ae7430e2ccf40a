-- The level is measured against the best of these data. Reads: metrics. One row when indicators are corrected so.
select count(distinct indicator) as indicators, count(distinct territory) as territories
from metrics
where status = 'ok' and alpha < 1
having count(*) > 0
