-- Effects of each group, for the leading sex. Reads: cohort_effects, summary. Grain: group, event_time.
select cohort_effects."group", cohort_effects.event_time, cohort_effects.estimate, cohort_effects.low, cohort_effects.high
from cohort_effects
inner join summary
  on summary.is_lead
  and cohort_effects.sex = summary.sex
  and cohort_effects.breakdown is not distinct from summary.breakdown
where cohort_effects.estimate is not null
  and (select count(distinct others."group") from cohort_effects as others) > 1
order by cohort_effects."group", cohort_effects.event_time
