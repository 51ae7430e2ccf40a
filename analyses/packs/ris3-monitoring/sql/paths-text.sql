-- What the paths say in words. Reads: paths. Exactly one row.
select
  count(distinct name) as shown,
  coalesce(min(year), 'none') as first_year,
  coalesce(max(year), 'none') as last_year
from paths
