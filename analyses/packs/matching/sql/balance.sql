-- Balance of the covariates. Reads: balances. Grain: breakdown, sex, covariate.
select
  covariate, treated, control_before, control_after, smd_before, smd_after,
  variance_ratio_before, variance_ratio_after, treated_after, breakdown, sex,
  case
    when smd_before is null then 'no-variation'
    when control_after is null then 'no-weights'
    else 'ok'
  end as status
from balances
