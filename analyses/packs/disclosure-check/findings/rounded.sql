-- What rounding changed. Reads: rounding. One row when the table was rounded.
select published, rounded, greatest_difference as greatest,
  case when optimal then 'closest' else 'good' end as how
from rounding
