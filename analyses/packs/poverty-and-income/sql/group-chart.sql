-- Poverty rates of the categories in the whole. Reads: by_group. Grain: category, sex. At most 30 categories.
with named as (
  select
    *,
    case when (select count(distinct "by") from by_group) > 1 then "by" || ': ' || category else category end as name,
    dense_rank() over (order by
      "by",
      try_cast(regexp_extract(category, '^<?(\d+)', 1) as integer) nulls last,
      starts_with(category, '<') desc, category) as place
  from by_group
  where territory = 'all' and sex in ('F', 'M', 'T') and arpr is not null
)
select name, sex, arpr, arpr_low as low, arpr_high as high, n, "by", category, territory
from named
where place <= 30
order by place, list_position(['F', 'M', 'T'], sex)
