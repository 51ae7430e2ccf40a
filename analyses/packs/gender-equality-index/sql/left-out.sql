-- What is in the data and what is not in the index. Reads: metrics, index, unknown. Grain: reason.
with reasons as (
  select 1 as turn, 'measured' as reason, count(distinct territory) as units, count(*) as "rows"
  from metrics
  where status = 'ok'
  union all
  select 2, status, count(distinct territory), count(*) from metrics where status <> 'ok' group by status
  union all
  select 3, 'not-in-structure', 0, count(*) from unknown
  union all
  select 4, 'domain-missing', count(distinct territory), count(*) from index where status = 'domain-missing'
  union all
  select 5, 'scored', count(distinct territory), count(*) from index where score is not null
)
select reason, units::double as units, "rows"::double as "rows"
from reasons
where "rows" > 0 or reason = 'scored'
order by turn, reason
