-- Each category of age and of the bound groups. Reads: judged. Grain: by, category, territory, sex.
select
  "by", category, territory, sex,
  arpr, arpr_se, arpr_low, arpr_high,
  s80_s20, median_gap, gini, median, mean, n, people, certainty, status
from judged
where "by" <> 'all'
order by
  "by", territory <> 'all', territory,
  try_cast(regexp_extract(category, '^<?(\d+)', 1) as integer) nulls last,
  starts_with(category, '<') desc, category,
  list_position(['F', 'M', 'T', 'F-M'], sex)
