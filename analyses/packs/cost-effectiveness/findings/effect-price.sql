-- What one unit of effect costs, and what the next one does. Reads: result, icer.
-- The join is by name: "icer.icer" would read like a table of another schema.
with steps as (
  select option, icer as extra_price, coalesce(against, '') as against, position
  from icer
  where not dominated
)
select
  result.option,
  result.cost_per_effect as price,
  steps.extra_price as icer,
  steps.against,
  case when steps.extra_price is null then 'none' else 'known' end as extra
from result
inner join steps on result.option = steps.option
where result.cost_per_effect is not null
order by steps.position
