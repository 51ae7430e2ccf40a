-- Standardised differences before and after, largest first, at most 25 covariates. Reads: balance, scope.
-- Grain: covariate, phase.
with inside as (
  select
    balance.*,
    row_number() over (order by abs(smd_before) desc nulls last, covariate) as place
  from balance
  join scope
    on balance.breakdown is not distinct from scope.breakdown
   and balance.sex is not distinct from scope.sex
  where smd_before is not null
),
phases as (
  select covariate, place, 'before' as phase, abs(smd_before) as difference, sex, breakdown, 1 as turn from inside
  union all
  select covariate, place, 'after', abs(smd_after), sex, breakdown, 2 from inside where smd_after is not null
)
select covariate, phase, difference, sex, breakdown
from phases
where place <= 25
order by place, turn
