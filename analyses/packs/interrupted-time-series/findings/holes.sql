-- Periods without a value. Reads: summary.
select max(periods_missing) as periods
from summary
where periods_missing > 0
having count(*) > 0
