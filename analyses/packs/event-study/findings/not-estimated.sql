-- Groups for which nothing could be computed. Reads: not_estimated. At most one row.
select
  count(*) as groups,
  array_to_string(list(distinct sex order by sex), ', ') as sexes
from not_estimated
having count(*) > 0
