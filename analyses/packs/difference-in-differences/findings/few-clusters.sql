-- Too few clusters for errors one can trust. Reads: summary. At most one row.
select
  clusters,
  treated_clusters,
  case when clustered then 'clusters' else 'units' end as kind
from summary
where is_lead and (clusters < 40 or treated_clusters < 5 or control_clusters < 5)
