-- Persons with a weight (1 where no weight is bound) and their age band. Reads: persons. Grain: person.
-- An age that is no number is a band already.
with bands as (
  select list_sort(list_transform(
    list_filter(string_split($age_limits, chr(10)), lambda one: one <> ''),
    lambda one: cast(one as integer)
  )) as limits
),
placed as (
  select
    persons.*,
    bands.limits,
    try_cast(persons.age as double) as years,
    len(list_filter(bands.limits, lambda one: one <= try_cast(persons.age as double))) as band
  from persons, bands
)
select
  * exclude (limits, years, band) replace (
    case
      when years is null or len(limits) = 0 then age
      when band = 0 then '<' || limits[1]
      when band = len(limits) then limits[band] || '+'
      else limits[band] || '-' || (limits[band + 1] - 1)
    end as age,
    coalesce(weight, case when not exists (select 1 from persons where weight is not null) then 1 end) as weight
  )
from placed
