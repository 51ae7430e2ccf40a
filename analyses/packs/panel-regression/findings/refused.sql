-- Groups without a regression. Reads: fitted. A row for each group.
select
  sex,
  coalesce(breakdown, 'none') as breakdown,
  replace(status, '-', '_') as reason
from fitted
where status <> 'ok'
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
