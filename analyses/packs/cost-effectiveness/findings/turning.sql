-- The variable that turns the result soonest. Reads: switching, result. One row for each option.
select
  switching.option,
  arg_min(switching.variable, abs(switching."change")) as variable,
  arg_min(switching."change", abs(switching."change")) as moved,
  case when arg_min(switching."change", abs(switching."change")) > 0 then 'up' else 'down' end as way,
  abs(arg_min(switching."change", abs(switching."change"))) as size
from switching
inner join result on result.option = switching.option
where switching."change" is not null and result.pv_benefit <> 0 and result.npv <> 0
group by switching.option
order by switching.option
