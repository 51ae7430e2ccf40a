-- What the first chart says in words. Reads: summary, plot. Exactly one row.
select
  cast($cutoff as double) as cutoff, $confidence as confidence, certainty, direction, size,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  case when fuzzy then 'yes' else 'no' end as fuzzy,
  n_left, n_right, h_left, h_right,
  (select count(distinct panel) from plot) as panels
from summary
where sex <> 'F-M'
order by case sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, sex, breakdown
limit 1
