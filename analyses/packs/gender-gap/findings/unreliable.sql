-- Rows the source itself calls unreliable. Reads: gap. One row when there are any.
select count(*) filter (where status = 'low-reliability') as unreliable, count(*) as cells
from gap
having count(*) filter (where status = 'low-reliability') > 0
