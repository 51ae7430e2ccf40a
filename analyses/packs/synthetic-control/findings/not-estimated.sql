-- Groups without an estimate. Reads: not_estimated. At most one row.
select count(*) as groups
from not_estimated
having count(*) > 0
