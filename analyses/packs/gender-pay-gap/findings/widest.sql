-- The widest gap of each breakdown. Reads: gap. One row for each with two categories at least.
with ranked as (
  select
    *,
    row_number() over (partition by "by" order by relative_gap desc, category) as place,
    count(*) over (partition by "by") as categories
  from gap
  where "by" <> 'all' and relative_gap is not null
)
select "by" as breakdown, category, relative_gap, categories, share_women, certainty
from ranked
where place = 1 and categories > 1 and relative_gap > 0
order by "by"
