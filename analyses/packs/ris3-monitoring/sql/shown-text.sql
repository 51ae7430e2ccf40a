-- What the bars say in words. Reads: progress. Exactly one row.
select
  coalesce(max(year), 'none') as year,
  count(progress) as shown,
  count(*) filter (where status = 'reached') as reached,
  count(*) filter (where status = 'on-track') as on_track,
  count(*) filter (where status in ('behind', 'far-behind', 'wrong-way')) as behind,
  count(*) - count(progress) as unmeasured
from progress
