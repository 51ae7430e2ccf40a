-- Where the territory stands, and whether that can be said for certain. Reads: position. Grain: indicator.
-- Certain means that the whole interval of the rank lies in one half of the group.
select
  *,
  case
    when status <> 'ok' then null
    when value > peer_q3 then 'top_quarter'
    when value > peer_median then 'above_median'
    when value = peer_median then 'at_median'
    when value >= peer_q1 then 'below_median'
    else 'bottom_quarter'
  end as place,
  case
    when status <> 'ok' then null
    when rank_high < (n + 1) / 2.0 then 'certain'
    when rank_low > (n + 1) / 2.0 then 'certain'
    else 'uncertain'
  end as certainty
from position
order by indicator
