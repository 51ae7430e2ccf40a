-- What tells each group apart: up to three indicators well above and below the mean of all (half a standard
-- deviation or more), the most distinguishing first. Reads: clusters, profiles. Grain: cluster.
with ranked as (
  select *, row_number() over (partition by cluster, z > 0 order by abs(z) desc, indicator) as turn
  from profiles
  where abs(z) >= 0.5
),
sizes as (
  select cluster, count(*) as territories, avg(silhouette) as silhouette, arg_max(territory, silhouette) as typical
  from clusters
  group by cluster
)
select
  sizes.cluster,
  sizes.territories,
  sizes.silhouette,
  coalesce(string_agg(ranked.indicator, ', ' order by ranked.turn) filter (where ranked.z > 0 and ranked.turn <= 3), '') as high,
  coalesce(string_agg(ranked.indicator, ', ' order by ranked.turn) filter (where ranked.z < 0 and ranked.turn <= 3), '') as low,
  sizes.typical
from sizes
left join ranked on ranked.cluster = sizes.cluster
group by all
order by sizes.cluster
