-- From the first period of the policy to the last one seen. Reads: coefficients, summary. At most one row.
with after as (
  select coefficients.*
  from coefficients
  inner join summary
    on summary.is_lead
    and coefficients.sex = summary.sex
    and coefficients.breakdown is not distinct from summary.breakdown
  where coefficients.event_time >= 0 and coefficients.estimate is not null
)
select
  arg_min(estimate, event_time) as first_effect,
  arg_max(estimate, event_time) as last_effect,
  max(event_time) as last_time,
  arg_max(groups, event_time) as last_groups,
  count(*) filter (where low > 0 or high < 0) as clear,
  count(*) as periods
from after
having count(*) > 1
