-- Fewer than ten periods to learn from. Reads: design. At most one row.
select min(pre_periods) as periods
from design
where pre_periods < 10
having count(*) > 0
