-- Which territories stand out. Reads: clusters. One row.
select *, $level as level, $correction as correction
from clusters
