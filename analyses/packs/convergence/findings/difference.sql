-- Whether the slopes of women and men differ. Reads: beta_raw. A row for each breakdown.
select
  coalesce(breakdown, 'none') as breakdown,
  low,
  high,
  case when low is null then 'none' when low > 0 or high < 0 then 'certain' else 'uncertain' end as certainty,
  case when estimate < 0 then 'women' when estimate > 0 then 'men' else 'same' end as faster,
  $confidence as confidence
from beta_raw
where sex = 'F-M' and kind = 'absolute'
order by breakdown nulls first
