-- How unequal it is. Reads: latest. A row for each sex.
select
  sex,
  coalesce(period, 'none') as period,
  gini, gini_low as low, gini_high as high,
  case when gini_low is null then 'none' else 'interval' end as certainty,
  case when s80_s20 is null then 'none' else 'ratio' end as fifths_known,
  coalesce(s80_s20, 0) as fifths,
  n,
  $confidence as confidence
from latest
where sex <> 'F-M' and gini is not null
order by turn, sex
