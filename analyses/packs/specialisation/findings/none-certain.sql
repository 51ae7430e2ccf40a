-- Nothing is certain. Reads: latest. One row when no interval lies above the threshold.
select
  coalesce(max(period_text), 'none') as period,
  count(*) as cells,
  count(*) filter (where rca) as above,
  $confidence as confidence,
  $rca_threshold as threshold
from latest
where certainty <> 'none'
having count(*) > 0 and count(*) filter (where certainty = 'above' and status = 'ok') = 0
