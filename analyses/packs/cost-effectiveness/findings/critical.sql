-- Variables of which one per cent moves the result by more than one. Reads: tornado. One row for each option.
select
  option,
  count(*) as variables,
  max(abs(elasticity)) as elasticity,
  arg_max(variable, abs(elasticity)) as variable
from tornado
where critical and elasticity is not null
group by option
order by option
