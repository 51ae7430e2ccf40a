-- The newest period, the sex charts and sentences speak of, and the territory of the bars: the chosen one, else the
-- most special one. Reads: location_quotient, territory_specialisation. Always exactly one row.
with newest as (
  select
    max(period) as period,
    coalesce(max(case when sex = 'T' then 'T' end), min(sex), 'T') as sex
  from location_quotient
),
candidates as (
  select t.territory, t.krugman
  from territory_specialisation as t
  join newest on t.period is not distinct from newest.period and t.sex = newest.sex
)
select
  period, sex,
  coalesce(
    (select territory from candidates where territory = $territory),
    (select territory from candidates where krugman is not null order by krugman desc, territory limit 1),
    (select min(territory) from candidates),
    ''
  ) as territory,
  coalesce(period, 'none') as period_text
from newest
