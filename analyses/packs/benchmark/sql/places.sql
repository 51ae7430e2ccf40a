-- The territory's place from the lowest (0) to the highest (1) in every indicator, with its interval.
-- Reads: judged. Grain: indicator.
select
  indicator,
  percentile,
  (n - rank_high) / nullif(n - 1, 0) as low,
  (n - rank_low) / nullif(n - 1, 0) as high,
  place
from judged
where status = 'ok'
order by percentile desc, indicator
