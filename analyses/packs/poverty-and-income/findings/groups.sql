-- The category with the highest rate, for each breakdown. Reads: by_group, indicators.
-- Certain when its interval lies above the rate of everybody.
with whole as (select arpr as rate from indicators where territory = 'all' and sex = 'T'),
ranked as (
  select
    *,
    row_number() over (partition by "by" order by arpr desc, category) as place,
    count(*) over (partition by "by") as categories
  from by_group
  where territory = 'all' and sex = 'T' and arpr is not null and n >= 20
)
select
  "by" as breakdown, category, arpr, categories, whole.rate,
  case when arpr_low is null then 'none' when arpr_low > whole.rate then 'certain' else 'uncertain' end as certainty
from ranked, whole
where place = 1 and categories > 1
order by "by"
