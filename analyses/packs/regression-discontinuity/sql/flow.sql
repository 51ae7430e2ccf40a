-- Which units are in the answer and why others are not. Reads: units, rows_used, bandwidth. Grain: reason.
with reasons as (
  select 1 as turn, 'read' as reason, count(*) as n from units
  union all
  select 2, 'no-outcome', count(*) from units where outcome is null
  union all
  select 3, 'no-running', count(*) from units where running is null
  union all
  select 4, 'usable', sum(all_left + all_right) from bandwidth
  union all
  select 5, 'left-out', (select count(*) from rows_used where outcome is not null and running is not null) - (select sum(all_left + all_right) from bandwidth)
  union all
  select 6, 'in-window', sum(n_left + n_right) from bandwidth
)
select reason, n::double as units, n::double as "rows"
from reasons
where n > 0 or reason in ('usable', 'in-window')
order by turn
