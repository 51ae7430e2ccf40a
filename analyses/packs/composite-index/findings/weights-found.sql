-- Weights that came from the data and not from people. Reads: weights_used. One row when that is so.
select
  $weights as kind,
  count(*) filter (where status = 'negative-loading') as negative,
  count(*) filter (where status = 'not-reached') as missed,
  count(*) filter (where status = 'no-variation') as flat
from weights_used
having $weights in ('pca', 'optimised') and $preset = 'own'
