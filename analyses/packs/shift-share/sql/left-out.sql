-- What is not in the answer and why. Reads: activity, components. Grain: reason.
with reasons as (
  select 1 as turn, 'other-sex' as reason, count(distinct territory) as units, count(*) as "rows"
  from activity
  where (select count(sex) from activity) > 0 and (sex is null or sex not in ('F', 'M', 'T'))
  union all
  select 2, 'reference', count(distinct territory), count(*) from activity where territory = $reference
  union all
  select 3, 'total-row', count(distinct territory), count(*)
  from activity
  where lower(activity) in ('total', 'total_', '_t', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem', 'insgesamt')
  union all
  select 4, 'split', count(distinct territory), count(*) from components where total is not null
  union all
  select 5, status, count(distinct territory), count(*) from components where total is null group by status
)
select reason, units::double as units, "rows"::double as "rows"
from reasons
where "rows" > 0 or reason = 'split'
order by turn, reason
