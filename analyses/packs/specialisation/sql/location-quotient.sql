-- The answer. Reads: quotients. Grain: territory, activity, period, sex.
-- Whether a specialisation is certain is decided here once, by its interval, and every sentence keeps to it.
select
  territory, activity, period, sex, value, share, reference_share, expected, lq, low, high,
  lq >= $rca_threshold as rca,
  case
    when low is null then 'none'
    when low > $rca_threshold then 'above'
    when high < $rca_threshold then 'below'
    else 'uncertain'
  end as certainty,
  case
    when status in ('ok', 'no-interval') and $counts and (value < $smallest_cell or expected < 5) and value + expected > 0
      then 'small-count'
    else status
  end as status
from quotients
order by period, territory, activity, case sex when 'F' then 1 when 'M' then 2 else 3 end
