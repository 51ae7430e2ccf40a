-- Cells that are in no sum, of every sex. Reads: components. One row when there are any.
select
  count(*) as cells,
  count(*) filter (where total is null) as missing,
  count(distinct territory) filter (where total is null) as territories
from components
having count(*) filter (where total is null) > 0
