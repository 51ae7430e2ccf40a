-- Observed and expected values of the treated series. Reads: fit_raw. Grain: breakdown, sex, period.
select
  breakdown, sex, period, phase, observed, fitted, counterfactual,
  low as counterfactual_low, high as counterfactual_high,
  case when phase <> 'before' then observed - counterfactual end as difference,
  residual,
  case when fitted is null then 'phase-in' else 'ok' end as status,
  row_number() over () as turn
from fit_raw
order by turn
