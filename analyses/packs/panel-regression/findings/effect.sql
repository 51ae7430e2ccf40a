-- What a variable goes with, for women, for men, in total. Reads: judged. A row for each slope.
select
  sex, term, shape, direction, certainty,
  case when breakdown = '' then 'none' else breakdown end as breakdown,
  abs(effect) as size,
  effect_low as low,
  effect_high as high,
  $confidence as confidence
from judged
where sex in ('F', 'M', 'T')
order by place
