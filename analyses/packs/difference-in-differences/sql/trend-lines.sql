-- Mean outcome of the largest groups and of those never treated, for the leading sex. Grain: group, period.
-- Reads: trends, cohorts, summary.
with largest as (
  select cohorts."group", cohorts.units
  from cohorts
  inner join summary
    on summary.is_lead
    and cohorts.sex = summary.sex
    and cohorts.breakdown is not distinct from summary.breakdown
  order by cohorts."group" = 'never' desc, cohorts.units desc, cohorts."group"
  limit 6
)
select trends."group", trends.period, trends.mean
from trends
inner join largest on trends."group" = largest."group"
inner join summary
  on summary.is_lead
  and trends.sex = summary.sex
  and trends.breakdown is not distinct from summary.breakdown
order by trends."group" = 'never', trends."group", trends.period
