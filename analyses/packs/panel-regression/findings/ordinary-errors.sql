-- Errors that ignore that rows of one unit go together. Reads: fitted. No row where every unit has one row.
select max(n) as "rows", max(units) as units
from fitted
where $errors in ('iid', 'hc1') and status = 'ok'
having max(n) > max(units)
