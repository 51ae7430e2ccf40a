-- What the first chart says in words. Reads: decided, parts_chart. Exactly one row.
select
  decided.group_a, decided.group_b, decided.n_a, decided.n_b, decided.explained, decided.difference,
  (select count(*) from parts_chart) as shown,
  coalesce((select arg_max(variable, abs(estimate)) from parts_chart), '') as largest,
  (select arg_max(estimate, abs(estimate)) from parts_chart) as largest_size,
  case when (select count(low) from parts_chart) > 0 then 'some' else 'none' end as intervals
from decided
