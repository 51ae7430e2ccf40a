-- What is not in the answer and why. Reads: activity, cells, location_quotient. Grain: reason.
with reasons as (
  select 1 as turn, 'not-selected' as reason, count(distinct territory) as units, count(*) as "rows"
  from activity
  where territory is not null and activity is not null
    and not ($periods = '' or coalesce(list_contains(string_split($periods, chr(10)), period), false))
  union all
  select 2, 'other-sex', count(distinct territory), count(*)
  from activity
  where (select count(sex) from activity) > 0 and (sex is null or sex not in ('F', 'M', 'T'))
  union all
  select 3, 'reference', count(distinct territory), count(*)
  from cells
  where territory = $reference
    or activity = $total_activity
    or lower(territory) in ('total', 'total_', '_t', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem', 'insgesamt')
    or lower(activity) in ('total', 'total_', '_t', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem', 'insgesamt')
  union all
  select 4, 'compared', count(distinct territory), count(*) from location_quotient where lq is not null
  union all
  select 5, status, count(distinct territory), count(*) from location_quotient where lq is null group by status
)
select reason, units::double as units, "rows"::double as "rows"
from reasons
where "rows" > 0 or reason = 'compared'
order by turn, reason
