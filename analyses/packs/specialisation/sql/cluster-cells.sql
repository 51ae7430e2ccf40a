-- One activity in one territory and in the whole, where area, inhabitants and establishments are known.
-- Reads: cells, places. Grain: territory, activity, period.
with people as (
  select c.*, p.area, p.population
  from cells as c
  join places as p on p.territory = c.territory
  where c.sex = 'T' and c.activity <> $total_activity
    and not lower(c.activity) in ('total', 'total_', '_t', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem', 'insgesamt')
),
wholes as (
  select
    activity, period,
    sum(value) as employment_whole,
    sum(establishments) as establishments_whole,
    sum(area) as area_whole,
    sum(population) as population_whole
  from people
  where case when $reference = '' then true else territory = $reference end
  group by activity, period
)
select
  p.territory, p.activity, p.period,
  p.value as employment, w.employment_whole,
  p.establishments, w.establishments_whole,
  p.area, (select sum(area) from places where $reference = '' or territory = $reference) as area_whole,
  p.population, (select sum(population) from places where $reference = '' or territory = $reference) as population_whole
from people as p
join wholes as w on w.activity = p.activity and w.period is not distinct from p.period
where p.territory <> $reference
order by p.period, p.territory, p.activity
