-- Territories nearer to another group than to their own. Reads: clusters. One row when there are any.
select
  count(*) as between_groups,
  string_agg(territory, ', ' order by silhouette, territory) filter (where turn <= 8) as names,
  case when count(*) > 8 then 'more' else 'all' end as listed
from (select *, row_number() over (order by silhouette, territory) as turn from clusters where silhouette < 0)
having count(*) > 0
