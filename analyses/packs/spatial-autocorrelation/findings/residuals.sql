-- What the regression leaves behind, and which model would take it up. Reads: diagnostics. One row with regressors.
-- The rule is Anselin's: the plain tests first; where both speak, the robust ones decide.
with tests as (
  select
    max(statistic) filter (where test = 'moran-residuals') as moran,
    max(p) filter (where test = 'moran-residuals') as p_moran,
    max(p) filter (where test = 'lm-lag') as p_lag,
    max(p) filter (where test = 'lm-error') as p_error,
    max(p) filter (where test = 'robust-lm-lag') as p_robust_lag,
    max(p) filter (where test = 'robust-lm-error') as p_robust_error
  from diagnostics
)
select
  *,
  case when p_moran <= $level then 'certain' else 'uncertain' end as certainty,
  case
    when p_lag > $level and p_error > $level then 'none'
    when p_lag <= $level and p_error > $level then 'lag'
    when p_lag > $level then 'error'
    when p_robust_lag <= p_robust_error then 'lag'
    else 'error'
  end as advice
from tests
where moran is not null
