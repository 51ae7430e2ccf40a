-- Whether poorer territories grew faster. Reads: judged. A row for each sex and kind.
select
  sex, kind, direction, certainty, status, "first", "last",
  case when breakdown = '' then 'none' else breakdown end as breakdown,
  abs(estimate) as size,
  low,
  high,
  "lambda",
  half_life,
  n,
  $confidence as confidence
from judged
order by place
