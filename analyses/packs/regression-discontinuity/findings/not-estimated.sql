-- Groups without an answer. Reads: not_estimated.
select coalesce(breakdown, 'none') as breakdown,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  replace(status, '-', '_') as status
from not_estimated
order by breakdown, sex
