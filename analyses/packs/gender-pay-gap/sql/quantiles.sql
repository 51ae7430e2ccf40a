-- The gap along the distribution of pay. Reads: spread. Grain: by, category, quantile.
select
  "by", category, quantile, men, women, relative_gap, gap, se, low, high, n_women, n_men,
  case
    when women is null and men is null then 'missing-both'
    when women is null then 'missing-women'
    when men is null then 'missing-men'
    when relative_gap is null then 'no-pay'
    when low is null then 'no-interval'
    else 'ok'
  end as status
from spread
