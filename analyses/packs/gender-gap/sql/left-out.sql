-- What is not in the answer and why. Reads: people, selected, gap. Grain: reason.
with reasons as (
  select 1 as turn, 'not-selected' as reason,
    count(distinct people.territory) as units,
    count(*) as "rows"
  from people
  where territory is not null and period is not null and sex is not null
    and not exists (
      select 1 from selected
      where selected.territory = people.territory
        and selected.period = people.period
        and selected.sex = people.sex
        and selected.age is not distinct from people.age
        and selected.category is not distinct from people.category
    )
  union all
  select 2, 'other-sex', count(distinct territory), count(*) from selected where sex not in ('F', 'M', 'T')
  union all
  select 3, 'selected', count(distinct territory), count(*) from selected
  union all
  select 4, 'compared', count(distinct territory), count(*) from gap where difference is not null
  union all
  select 5, status, count(distinct territory), count(*) from gap where difference is null group by status
)
select reason, units::double as units, "rows"::double as "rows"
from reasons
where "rows" > 0 or reason = 'compared'
order by turn, reason
