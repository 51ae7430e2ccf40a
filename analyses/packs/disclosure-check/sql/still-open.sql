-- Sensitive cells that a limit from above leaves as they are. Reads: sensitivity, top_coding. One row, or none.
select count(*) as open
from sensitivity
cross join top_coding
where sensitivity.sensitive and sensitivity.value <= top_coding."limit"
having count(*) > 0
