-- The jump of each sex. Reads: summary.
select
  breakdown_word as breakdown,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  certainty, direction, size, size_low, size_high, n_left, n_right,
  case when fuzzy then 'yes' else 'no' end as fuzzy,
  cast($cutoff as double) as cutoff, $confidence as confidence
from summary
where sex <> 'F-M'
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
