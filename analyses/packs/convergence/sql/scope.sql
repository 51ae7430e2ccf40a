-- The breakdown and the sex that charts of territories show: the total where there is one. Reads: judged. One row.
select
  breakdown,
  sex
from (
  select breakdown, sex, 1 as turn from judged where kind = 'absolute'
  union all
  select '', 'T', 2
)
order by turn, breakdown, case sex when 'T' then 1 when 'F' then 2 else 3 end, sex
limit 1
