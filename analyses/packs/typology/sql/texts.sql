-- What the charts say in words. Reads: named, quality, clusters. Exactly one row.
select
  (select max(k) filter (where chosen) from quality) as k,
  (select max(silhouette) filter (where chosen) from quality) as silhouette,
  (select max(k) from quality) as most,
  (select count(*) from clusters) as territories,
  (select max(territories) from named) as largest
