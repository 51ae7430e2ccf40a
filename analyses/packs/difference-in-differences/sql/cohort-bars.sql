-- Units by first treated period, for the leading sex. Reads: cohorts, summary. Grain: group.
select cohorts."group", cohorts.units
from cohorts
inner join summary
  on summary.is_lead
  and cohorts.sex = summary.sex
  and cohorts.breakdown is not distinct from summary.breakdown
order by cohorts."group" = 'never', cohorts."group"
