-- Few units near the cut-off. Reads: summary.
select
  breakdown_word as breakdown,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  n_left, n_right
from summary
where few_near
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
