-- Cells without a value. Reads: location_quotient. One row when there are any.
select
  count(*) filter (where status = 'missing-value') as missing,
  count(distinct territory) filter (where status = 'missing-value') as territories,
  count(*) as cells
from location_quotient
having count(*) filter (where status = 'missing-value') > 0
