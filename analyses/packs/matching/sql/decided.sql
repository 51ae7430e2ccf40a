-- What the sentences may say, decided once. Reads: effect, balance, samples, scope. Exactly one row.
with inside as (
  select * from balance
  where breakdown is not distinct from (select breakdown from scope)
    and sex is not distinct from (select sex from scope)
    and covariate <> '(propensity)'
),
spread as (
  select
    count(smd_before) as covariates,
    count(smd_after) as weighed,
    count(*) filter (where abs(smd_before) > 0.1) as apart_before,
    count(*) filter (where abs(smd_after) > 0.1) as apart_after,
    arg_max(covariate, abs(smd_after)) as worst,
    max(abs(smd_after)) as worst_size
  from inside
),
lost as (
  select coalesce(sum(rows), 0) as unmatched
  from samples
  where reason = 'unmatched'
    and breakdown is not distinct from (select breakdown from scope)
    and sex is not distinct from (select sex from scope)
)
select
  effect.estimator, effect.estimate, effect.se, effect.low, effect.high, effect.certainty,
  effect.n_treated, effect.n_control,
  coalesce(effect.sex, 'T') as sex,
  coalesce(effect.breakdown, '') as breakdown,
  plain.estimate as plain,
  spread.*,
  coalesce(spread.worst, '') as worst_name,
  case when spread.weighed = 0 then 'none' when spread.apart_after = 0 then 'good' else 'poor' end as balanced,
  lost.unmatched
from effect
join scope
  on effect.breakdown is not distinct from scope.breakdown
 and effect.sex is not distinct from scope.sex
join effect as plain
  on plain.estimator = 'difference'
 and plain.breakdown is not distinct from scope.breakdown
 and plain.sex is not distinct from scope.sex
cross join spread
cross join lost
where effect.chosen
