-- Whether the order of territories changed. Reads: gamma. A row for each sex.
select
  sex,
  coalesce(breakdown, 'none') as breakdown,
  gamma,
  concordance,
  n,
  periods
from gamma
order by
  breakdown nulls first,
  case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
