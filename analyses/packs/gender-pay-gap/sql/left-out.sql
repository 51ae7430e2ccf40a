-- Workers left out and counted. Reads: ready, counted. Columns reason, units, rows.
select 'no-sex' as reason, cast(null as double) as units, count(*) as rows
from ready where sex is null or sex not in ('F', 'M') having count(*) > 0
union all
select 'no-pay', null, count(*) from ready where sex in ('F', 'M') and pay is null having count(*) > 0
union all
select 'no-weight', null, count(*)
from ready where sex in ('F', 'M') and pay is not null and coalesce(weight, 0) = 0 having count(*) > 0
union all
select 'counted', null, count(*) from counted
