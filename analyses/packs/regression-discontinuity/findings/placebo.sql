-- Jumps at cut-offs where nothing happened. Reads: summary.
select sum(false_jumps) as found, sum(placebos) as tried
from summary
where sex <> 'F-M'
having sum(false_jumps) > 0
