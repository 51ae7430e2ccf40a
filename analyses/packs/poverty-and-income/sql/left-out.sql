-- Persons read, left out and counted. Reads: people, counted. Columns reason, units, rows.
select 'no-income' as reason, cast(null as double) as units, count(*) as rows
from people where income is null having count(*) > 0
union all
select 'no-weight', null, count(*)
from people where income is not null and weight is null having count(*) > 0
union all
select 'zero-weight', null, count(*)
from people where income is not null and weight = 0 having count(*) > 0
union all
select 'counted', null, count(*) from counted
