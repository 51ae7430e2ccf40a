-- Women and men by category over all selected territories. Reads: selected. Grain: period, age, category.
-- A territory that contains another selected one (NUTS codes nest by their beginning) is left to its parts, and a
-- category that means "all" to the others: nobody is counted twice.
with parts as (
  select *
  from selected as whole
  where "count" is not null
    and category is not null
    and lower(category) not in ('total', 'total_', '_t', 't', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem', 'insgesamt')
    and not exists (
      select 1
      from selected as part
      where part.territory <> whole.territory
        and part.period = whole.period
        and regexp_full_match(whole.territory, '[A-Z]{2}[0-9A-Z]{0,2}')
        and regexp_full_match(part.territory, '[A-Z]{2}[0-9A-Z]{1,3}')
        and starts_with(part.territory, whole.territory)
    )
)
select
  period,
  age,
  category,
  coalesce(sum("count") filter (where sex = 'F'), 0) as women,
  coalesce(sum("count") filter (where sex = 'M'), 0) as men
from parts
group by period, age, category
order by period, age, category
