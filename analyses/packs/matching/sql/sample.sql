-- Units left out and counted, over all groups. Reads: samples, units. Columns reason, units, rows.
with reasons as (
  select reason, sum(units) as units, sum(rows) as rows from samples group by reason
  union all
  select 'no-sex', count(*), count(*)
  from units
  where sex is null and exists (select 1 from units where sex is not null)
  having count(*) > 0
)
select reason, cast(units as double) as units, cast(rows as double) as rows
from reasons
order by list_position(['no-sex', 'no-treatment', 'no-outcome', 'no-covariate', 'trimmed', 'unmatched', 'counted'], reason)
