-- Lines of the first chart. Reads: fit, summary. Grain: panel, period.
select
  summary.panel, fit.period, fit.observed, fit.fitted, fit.counterfactual,
  fit.counterfactual_low as low, fit.counterfactual_high as high,
  case when fit.phase = 'after' then fit.fitted end as fitted_after,
  case when fit.phase = 'after' then fit.counterfactual end as counterfactual_after,
  summary.start
from fit
join summary on summary.sex = fit.sex and summary.breakdown is not distinct from fit.breakdown
where summary.drawn
order by fit.turn
