-- Pairs inside a group that say the same, or pull against each other. Reads: correlations. One row when there are any.
select
  count(*) filter (where status = 'high') as high,
  count(*) filter (where status = 'negative') as negative,
  $high_correlation as limit_high,
  coalesce(arg_max(a, correlation) filter (where status = 'high'), '') as high_a,
  coalesce(arg_max(b, correlation) filter (where status = 'high'), '') as high_b,
  coalesce(arg_min(a, correlation) filter (where status = 'negative'), '') as negative_a,
  coalesce(arg_min(b, correlation) filter (where status = 'negative'), '') as negative_b
from correlations
having count(*) filter (where status in ('high', 'negative')) > 0
