-- Rows hidden to protect people. Reads: gap. One row when there are any.
select count(*) filter (where status = 'suppressed') as hidden, count(*) as cells, $smallest_cell as smallest_cell
from gap
having count(*) filter (where status = 'suppressed') > 0
