-- Units that carry at least a thousandth, the largest first. Reads: weights, summary. Grain: unit.
select weights.unit, sum(weights.weight) / max(summary.cohorts) as weight
from weights
inner join summary
  on weights.sex = summary.lead_sex and weights.breakdown is not distinct from summary.lead_breakdown
group by weights.unit
having sum(weights.weight) / max(summary.cohorts) >= 0.001
order by weight desc, weights.unit
limit 25
