-- What the second chart says in words. Reads: trend, scope, latest. Exactly one row.
with ends as (
  select
    t.territory,
    arg_min(abs(t.difference), t.period) as size_first,
    arg_max(abs(t.difference), t.period) as size_last,
    count(*) as periods
  from trend as t
  group by t.territory
)
select
  (select first_period from scope) as first_period,
  (select last_period from scope) as last_period,
  (select case when breakdown = '' then 'none' else breakdown end from scope) as breakdown,
  coalesce((select max(kind) from latest), 'other') as kind,
  coalesce((select max(unit) from latest), 'blank') as unit,
  (select count(difference) from latest) as gaps,
  count(*) as shown,
  count(*) filter (where periods > 1 and size_last > size_first) as wider,
  count(*) filter (where periods > 1 and size_last < size_first) as narrower
from ends
