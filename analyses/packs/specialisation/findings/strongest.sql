-- The clearest specialisations of the newest period. Reads: latest. Certain ones first come, in the order of size;
-- without intervals the largest.
select
  territory, activity, period_text as period, lq, low, high, share, value, certainty,
  $confidence as confidence
from latest
where status in ('ok', 'no-interval')
  and rca
  and (certainty = 'above' or (certainty = 'none' and not $counts))
order by lq desc, territory, activity
