-- One sentence for each group. Reads: named. Grain: cluster.
select
  cluster, territories, typical,
  case when high = '' then 'none' else high end as high,
  case when low = '' then 'none' else low end as low
from named
order by cluster
