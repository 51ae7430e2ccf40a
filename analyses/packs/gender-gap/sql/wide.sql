-- One row for women, men and total together. Reads: selected. Grain: territory, period, age, category.
-- The total is the source's own (T); else the sum of everybody, when everybody is counted, unknown sex included.
with sums as (
  select
    territory, period, age, category,
    min(unit) as unit,
    min(status) filter (where sex = 'F') as women_flag,
    min(status) filter (where sex = 'M') as men_flag,
    max("count") filter (where sex = 'F') as women_count,
    max("count") filter (where sex = 'M') as men_count,
    max("count") filter (where sex = 'T') as given_count,
    max(population) filter (where sex = 'F') as women_population,
    max(population) filter (where sex = 'M') as men_population,
    max(population) filter (where sex = 'T') as given_population,
    sum("count") filter (where sex <> 'T') as summed_count,
    sum(population) filter (where sex <> 'T') as summed_population,
    count(*) filter (where sex <> 'T' and ("count" is null or population is null)) as uncounted,
    max(value) filter (where sex = 'F') as women_value,
    max(value) filter (where sex = 'M') as men_value,
    max(value) filter (where sex = 'T') as total_value,
    max(n) filter (where sex = 'F') as women_n,
    max(n) filter (where sex = 'M') as men_n,
    max(n) filter (where sex = 'T') as total_n,
    max(sd) filter (where sex = 'F') as women_sd,
    max(sd) filter (where sex = 'M') as men_sd
  from selected
  group by territory, period, age, category
),
whole as (
  select
    *,
    given_count is not null and given_population is not null as given,
    uncounted = 0 and women_count is not null and men_count is not null as summable
  from sums
)
select
  * exclude (given_count, given_population, summed_count, summed_population, uncounted, given, summable),
  case when given then given_count when summable then summed_count end as total_count,
  case when given then given_population when summable then summed_population end as total_population,
  coalesce((women_count is not null and women_population is not null) or women_value is not null, false) as women_present,
  coalesce((men_count is not null and men_population is not null) or men_value is not null, false) as men_present,
  given or summable or total_value is not null as total_present
from whole
order by territory, period, age, category
