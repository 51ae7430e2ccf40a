-- One sentence for each outcome. Reads: judged. Grain: indicator; those farthest from the median first.
select
  $territory as territory, indicator, value, rank, rank_low, rank_high, n, peer_median, peer_q1, peer_q3,
  place, certainty, basis
from judged
where status = 'ok'
order by abs(percentile - 0.5) desc, indicator
