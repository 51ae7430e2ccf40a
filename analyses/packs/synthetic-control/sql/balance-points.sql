-- How far the synthetic twin and the plain mean lie from the treated unit, in per cent of it.
-- Reads: balance, summary. Grain: predictor.
select
  balance.predictor,
  100 * (balance.synthetic - balance.treated) / abs(balance.treated) as synthetic_off,
  100 * (balance.donors - balance.treated) / abs(balance.treated) as donors_off
from balance
inner join summary
  on balance.sex = summary.lead_sex and balance.breakdown is not distinct from summary.lead_breakdown
where balance.treated <> 0
order by balance.position
