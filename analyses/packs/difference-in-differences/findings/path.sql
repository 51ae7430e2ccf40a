-- From the first period of the policy to the last one seen. Reads: event_study, summary. At most one row.
with after as (
  select event_study.*
  from event_study
  inner join summary
    on summary.is_lead
    and event_study.sex = summary.sex
    and event_study.breakdown is not distinct from summary.breakdown
  where event_study.event_time >= 0 and event_study.att is not null
)
select
  arg_min(att, event_time) as first_effect,
  arg_max(att, event_time) as last_effect,
  max(event_time) as last_time,
  arg_max(groups, event_time) as last_groups,
  count(*) filter (where low > 0 or high < 0) as clear,
  count(*) as periods
from after
having count(*) > 1
