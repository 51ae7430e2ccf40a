-- Fuzzy designs whose treatment hardly jumps. Reads: summary.
select
  breakdown_word as breakdown,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  first_stage as share, first_z * first_z as f
from summary
where fuzzy and first_z * first_z < 10
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
