-- The answer. Reads: results_raw, draws_raw. Grain: option.
-- Whether an option is worth it is decided here once: by the draws where there are any, and every sentence keeps to it.
select
  results_raw.option, results_raw.npv, irr, bc_ratio, payback, cost_per_effect, pv_cost, pv_benefit, pv_effect,
  net_cost_per_effect, discounted_payback, annuity, years, irr_roots,
  draws_raw.q5 as low,
  draws_raw.q95 as high,
  case
    when draws_raw.q5 is null then 'unknown'
    when draws_raw.q5 > 0 or draws_raw.q95 < 0 then 'certain'
    else 'uncertain'
  end as certainty,
  case when results_raw.npv > 0 then 'gain' when results_raw.npv < 0 then 'loss' else 'even' end as direction,
  status
from results_raw
left join draws_raw on results_raw.option = draws_raw.option
order by results_raw.npv desc, results_raw.option
