-- Whether the slopes of women and men differ. Reads: judged. A row for each slope both have.
select
  term, shape, direction, certainty,
  case when breakdown = '' then 'none' else breakdown end as breakdown,
  abs(effect) as size,
  effect_low as low,
  effect_high as high,
  $confidence as confidence
from judged
where sex = 'F-M'
order by place
