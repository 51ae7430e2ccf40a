-- Rows the run is about. Reads: people. Grain: territory, period, sex, age, category.
-- A list comes as one text, an item to a line; a territory may end in `*` for "whatever follows".
with wanted as (select unnest(string_split($territories, chr(10))) as pattern)
select *
from people
where territory is not null
  and period is not null
  and sex is not null
  and (
    $territories = ''
    or exists (
      select 1
      from wanted
      where territory = pattern
         or (ends_with(pattern, '*') and starts_with(territory, rtrim(pattern, '*')))
    )
  )
  and ($periods = '' or list_contains(string_split($periods, chr(10)), period))
  and ($age = '' or lower(age) = lower($age))
order by territory, period, sex, age, category
