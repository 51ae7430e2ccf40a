-- The answer. Reads: quotients, cells. Grain: territory, activity, period, sex.
-- Whether a specialisation is certain is decided here once, by its interval, and every sentence keeps to it.
select
  q.territory, q.activity, q.period, q.sex, q.value, q.share, q.reference_share, q.expected, q.lq, q.low, q.high,
  q.lq >= $rca_threshold as rca,
  case
    when q.low is null then 'none'
    when q.low > $rca_threshold then 'above'
    when q.high < $rca_threshold then 'below'
    else 'uncertain'
  end as certainty,
  case
    when q.status in ('ok', 'no-interval') and $counts
      and (q.value < $smallest_cell or q.expected < 5) and q.value + q.expected > 0
      then 'small-count'
    else q.status
  end as status,
  c.contributors, c.largest, c.second
from quotients as q
left join cells as c
  on c.territory = q.territory and c.activity = q.activity and c.sex = q.sex
 and c.period is not distinct from q.period
order by q.period, q.territory, q.activity, case q.sex when 'F' then 1 when 'M' then 2 else 3 end
