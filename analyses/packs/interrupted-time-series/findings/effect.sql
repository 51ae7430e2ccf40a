-- The effect of each sex. Reads: summary.
select
  breakdown_word as breakdown,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  start, periods, certainty, direction, size, size_low, size_high, control,
  coalesce(relative_size, 0) as relative_size,
  case when relative is null or control <> 'none' and not counts then 'no' else 'yes' end as has_relative,
  $confidence as confidence
from summary
where sex <> 'F-M'
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
