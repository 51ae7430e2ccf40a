-- Numbers before and after the treatment, of the twelve most skewed indicators. Reads: treated_values, treatment.
-- Grain: territory, period, indicator.
with shown as (
  select indicator, row_number() over (order by abs(skewness_before) desc, indicator) as place
  from treatment
  where action <> 'none'
)
select treated_values.territory, treated_values.indicator, treated_values.raw, treated_values.treated
from treated_values
join shown on shown.indicator = treated_values.indicator and shown.place <= 12
where treated_values.raw is not null and treated_values.treated is not null
order by shown.place, treated_values.raw, treated_values.territory, treated_values.period
