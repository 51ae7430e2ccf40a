-- Every observation against its plan. Reads: measured. Grain: priority, indicator, sex, year.
select
  * exclude (status, conflict),
  case when conflict then 'conflicting-plan' else status end as status
from measured
order by priority, indicator, case sex when 'F' then 1 when 'M' then 2 else 3 end, year
