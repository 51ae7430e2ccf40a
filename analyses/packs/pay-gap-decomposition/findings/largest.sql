-- The characteristics whose explained contribution is certain, largest first. Reads: by_variable, decided.
select
  replace(variable, '|', ', ') as variable, abs(estimate) as size,
  case when estimate * decided.difference >= 0 then 'widens' else 'narrows' end as direction,
  abs(estimate / nullif(decided.difference, 0)) as share
from by_variable, decided
where component = 'explained'
  and part_of is null
  and variable <> '(constant)'
  and (by_variable.low > 0 or by_variable.high < 0)
  and decided.certainty = 'certain'
order by size desc, variable
