-- Effects by estimator, with the difference between women and men, and groups that cannot be compared.
-- Reads: effects, refused. Grain: breakdown, sex, estimator.
-- Women and men are independent samples: the variance of their difference is the sum of both.
with differences as (
  select
    women.breakdown,
    'F-M' as sex,
    women.estimator,
    women.estimate - men.estimate as estimate,
    sqrt(women.se * women.se + men.se * men.se) as se,
    women.n_treated + men.n_treated as n_treated,
    women.n_control + men.n_control as n_control,
    sqrt(women.se_robust * women.se_robust + men.se_robust * men.se_robust) as se_robust,
    women.chosen,
    -- The normal quantile of the women's own interval; regressions have Student's, which is a little wider.
    (women.high - women.low) / nullif(2 * women.se, 0) as quantile
  from effects as women
  join effects as men
    on men.estimator = women.estimator
   and men.sex = 'M'
   and women.sex = 'F'
   and men.breakdown is not distinct from women.breakdown
),
together as (
  select
    breakdown, sex, estimator, estimate, se, low, high, p, n_treated, n_control, effective_control, se_robust, chosen,
    'ok' as status
  from effects
  union all
  select
    breakdown, sex, estimator, estimate, se, estimate - quantile * se, estimate + quantile * se, null,
    n_treated, n_control, null, se_robust, chosen, 'ok'
  from differences
  union all
  select breakdown, sex, 'nearest', null, null, null, null, null, null, null, null, null, false, 'refused'
  from refused
)
select
  estimator, estimate, se, low, high, p, n_treated, n_control, effective_control, se_robust, breakdown, sex, chosen,
  case when low is null then 'none' when low > 0 or high < 0 then 'certain' else 'uncertain' end as certainty,
  status
from together
order by
  breakdown nulls first,
  list_position(['F', 'M', 'T', 'F-M'], sex),
  chosen desc,
  list_position(
    ['difference', 'nearest', 'ipw', 'ipw-unnormalised', 'regression', 'regression-adjustment', 'doubly-robust'],
    estimator
  )
