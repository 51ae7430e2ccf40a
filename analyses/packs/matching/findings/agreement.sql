-- Whether the estimators agree. Reads: effect, scope. One row.
select
  count(*) as estimators,
  min(estimate) as smallest,
  max(estimate) as largest,
  case when min(estimate) > 0 or max(estimate) < 0 then 'same' else 'differs' end as sign
from effect
join scope
  on effect.breakdown is not distinct from scope.breakdown
 and effect.sex is not distinct from scope.sex
where estimator <> 'difference' and estimate is not null
