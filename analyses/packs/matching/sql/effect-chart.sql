-- The estimators side by side. Reads: effect, scope. Grain: estimator.
select estimator, estimate, low, high, effect.sex, effect.breakdown
from effect
join scope
  on effect.breakdown is not distinct from scope.breakdown
 and effect.sex is not distinct from scope.sex
where estimate is not null
order by list_position(
  ['difference', 'nearest', 'ipw', 'ipw-unnormalised', 'regression', 'regression-adjustment', 'doubly-robust'],
  estimator
)
