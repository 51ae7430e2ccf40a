-- What the charts say in words: the total, or women where there is none. Reads: summary, cohorts, group_time. One row.
with size as (
  select
    count(*) filter (where cohorts."group" not in ('never', 'always')) as groups,
    max(cohorts.units) filter (where cohorts."group" not in ('never', 'always')) as largest,
    arg_max(cohorts."group", cohorts.units) filter (where cohorts."group" not in ('never', 'always')) as largest_group
  from cohorts
  inner join summary
    on summary.is_lead
    and cohorts.sex = summary.sex
    and cohorts.breakdown is not distinct from summary.breakdown
),
cells as (
  select
    count(*) filter (where group_time.phase = 'after' and group_time.att is not null) as after,
    count(*) filter (where group_time.phase = 'after' and group_time.att > 0) as above
  from group_time
  inner join summary
    on summary.is_lead
    and group_time.sex = summary.sex
    and group_time.breakdown is not distinct from summary.breakdown
)
select
  summary.sex,
  coalesce(summary.breakdown, 'none') as breakdown,
  summary.att,
  summary.size,
  summary.certainty,
  summary.direction,
  summary.confidence,
  summary.before,
  summary.sexes,
  summary.first_period,
  summary.last_period,
  summary.treated_units,
  summary.never_treated,
  coalesce(summary.forbidden, 0) as forbidden,
  coalesce(summary.twfe, 0) as twfe,
  size.groups,
  coalesce(size.largest, 0) as largest,
  coalesce(size.largest_group, '') as largest_group,
  cells.after,
  cells.above
from summary
cross join size
cross join cells
where summary.is_lead
