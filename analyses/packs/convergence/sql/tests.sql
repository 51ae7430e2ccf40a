-- Whether the spread changed, and Eurofound's four patterns: mean better or worse, spread smaller or larger.
-- Reads: tests_raw, sigma_raw. Grain: breakdown, sex. Whether it is certain is decided here once (Pitman and Morgan).
with ends as (
  select
    breakdown, sex,
    arg_max(mean, period) - arg_min(mean, period) as mean_change,
    arg_max(sd, period) - arg_min(sd, period) as spread_change
  from sigma_raw
  group by breakdown, sex
)
select
  t.*,
  ends.mean_change,
  ends.spread_change,
  case
    when ends.mean_change = 0 or ends.spread_change = 0 then 'unchanged'
    when (ends.mean_change > 0) = ($better = 'higher') and ends.spread_change < 0 then 'upward-convergence'
    when (ends.mean_change > 0) = ($better = 'higher') then 'upward-divergence'
    when ends.spread_change < 0 then 'downward-convergence'
    else 'downward-divergence'
  end as pattern,
  case
    when t.pitman_p is null then 'none'
    when t.pitman_p < 1 - $confidence then 'certain'
    else 'uncertain'
  end as certainty
from tests_raw as t
join ends on ends.breakdown is not distinct from t.breakdown and ends.sex = t.sex
order by
  t.breakdown nulls first,
  case t.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  t.sex
