-- Units that gather on one side of the cut-off. Reads: summary.
select
  breakdown_word as breakdown,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  density_p as p, bunched_side as side
from summary
where bunched
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
