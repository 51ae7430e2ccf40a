-- How many territories have which index. Reads: indices. Grain: reason.
with reasons as (
  select 1 as turn, 'hdi' as reason, count(distinct territory) as units, count(*) as "rows" from indices where hdi is not null
  union all
  select 2, 'gdi', count(distinct territory), count(*) from indices where gdi is not null
  union all
  select 3, 'ihdi', count(distinct territory), count(*) from indices where ihdi is not null
  union all
  select 4, 'gii', count(distinct territory), count(*) from indices where gii is not null
  union all
  select 5, 'no-index', count(distinct territory), count(*) from indices where status = 'no-index'
)
select reason, units::double as units, "rows"::double as "rows"
from reasons
order by turn
