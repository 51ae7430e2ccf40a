-- What the charts say in words: the total, or women where there is none. Reads: summary, cohorts. One row.
with size as (
  select
    count(*) filter (where cohorts."group" not in ('never', 'always')) as groups,
    max(cohorts.units) filter (where cohorts."group" not in ('never', 'always')) as largest,
    arg_max(cohorts."group", cohorts.units) filter (where cohorts."group" not in ('never', 'always')) as largest_group,
    coalesce(max(cohorts.units) filter (where cohorts."group" = 'never'), 0) as never_treated
  from cohorts
  inner join summary
    on summary.is_lead
    and cohorts.sex = summary.sex
    and cohorts.breakdown is not distinct from summary.breakdown
)
select
  summary.att,
  summary.certainty,
  summary.direction,
  summary.confidence,
  summary.reference,
  summary.before,
  summary.first_period,
  summary.last_period,
  size.groups,
  size.never_treated,
  coalesce(size.largest, 0) as largest,
  coalesce(size.largest_group, '') as largest_group
from summary
cross join size
where summary.is_lead
