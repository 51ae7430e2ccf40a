-- Errors by clusters lean on many clusters. Reads: fitted. No row from forty on.
select min(least(clusters, coalesce(clusters2, clusters))) as clusters
from fitted
where clusters is not null and lag is null
having min(least(clusters, coalesce(clusters2, clusters))) < 40
