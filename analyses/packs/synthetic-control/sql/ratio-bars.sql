-- The ratio of gaps after and before, the most unusual first. Reads: placebo, summary. Grain: unit.
select
  placebo.unit,
  case when placebo.is_treated then placebo.ratio end as treated_ratio,
  case when not placebo.is_treated then placebo.ratio end as placebo_ratio
from placebo
inner join summary
  on placebo.sex = summary.lead_sex and placebo.breakdown is not distinct from summary.lead_breakdown
where summary.placebos > 0 and placebo.ratio < 1e12
order by placebo.ratio desc, placebo.is_treated desc, placebo.unit
limit 40
