-- The widest gap of the newest period. Reads: latest. At most one row.
select
  territory, period, kind, certainty, higher,
  case when breakdown = '' then 'none' else breakdown end as breakdown,
  coalesce(unit, 'blank') as unit,
  women, men,
  abs(difference) as size,
  -- The interval turned the way the sentence speaks: the higher minus the lower.
  case when difference >= 0 then low else -high end as size_low,
  case when difference >= 0 then high else -low end as size_high,
  $confidence as confidence,
  (select count(difference) from latest) as gaps
from latest
where place = 1 and difference is not null
