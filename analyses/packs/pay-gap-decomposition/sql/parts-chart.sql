-- Explained contributions of the variables, largest first, at most 20. Reads: by_variable. Grain: variable.
select replace(variable, '|', ', ') as variable, estimate, low, high
from by_variable
where component = 'explained' and part_of is null and variable <> '(constant)'
order by abs(estimate) desc, variable
limit 20
