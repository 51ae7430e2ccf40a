-- What the charts say in words. Reads: decision, clusters, left_out. Exactly one row.
select
  decision.*,
  clusters.high_high, clusters.low_low, clusters.high_low, clusters.low_high, clusters.found, clusters.placed,
  coalesce((select sum(units) from left_out where reason in ('no-value', 'island')), 0) as missing
from decision
cross join clusters
