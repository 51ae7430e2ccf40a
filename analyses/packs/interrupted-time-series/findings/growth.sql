-- Effects that grow or fade. Reads: summary.
select
  breakdown_word as breakdown,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  start,
  case when slope > 0 then 'up' else 'down' end as direction
from summary
where slope_certain and sex <> 'F-M'
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
