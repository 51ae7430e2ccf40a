-- Rows without a value. Reads: chosen. One row when there are any.
select count(*) filter (where value is null) as missing, count(*) as cells
from chosen
having count(*) filter (where value is null) > 0
