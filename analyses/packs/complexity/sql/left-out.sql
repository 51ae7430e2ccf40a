-- What is not in the answer and why. Reads: activity, chosen, cells, territories, activities. Grain: reason.
with reasons as (
  select 1 as turn, 'not-selected' as reason,
    count(distinct territory) as units,
    count(*) - (select count(*) from chosen) as "rows"
  from activity
  where territory is not null and activity is not null
  union all
  select 2, 'missing-value', count(distinct territory), count(*) from chosen where value is null
  union all
  select 3, 'compared', count(distinct territory), count(*) from cells
  union all
  select 4, 'territory-' || status, count(*), count(*) from territories where eci is null group by status
  union all
  select 5, 'activity-' || status, count(*), count(*) from activities where pci is null group by status
)
select reason, units::double as units, "rows"::double as "rows"
from reasons
where "rows" > 0 or reason = 'compared'
order by turn, reason
