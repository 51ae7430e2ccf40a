-- Gaps of the whole and of the categories, widest first, at most 30. Reads: gap. Grain: category.
with named as (
  select
    *,
    case
      when "by" = 'all' then 'all'
      when (select count(distinct "by") from gap where "by" <> 'all') > 1 then "by" || ': ' || category
      else category
    end as name
  from gap
  where relative_gap is not null
)
select name, women, men, relative_gap, low, high, n_women, n_men, "by", category
from named
order by "by" <> 'all', relative_gap desc, name
limit 30
