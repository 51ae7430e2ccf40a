-- Whether territories became more alike. Reads: judged. A row for each sex.
select
  sex, spread, spread_certainty as certainty, "first", "last",
  case when breakdown = '' then 'none' else breakdown end as breakdown,
  ratio,
  sqrt(1 / ratio) - 1 as change,
  pitman_p as p,
  n,
  $confidence as confidence
from judged
where kind = 'absolute' and ratio is not null
order by place
