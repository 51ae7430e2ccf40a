-- How many indicators stand where. Reads: progress. One row when any is measured.
select
  max(year) as year,
  count(*) as indicators,
  count(*) filter (where status = 'reached') as reached,
  count(*) filter (where status = 'on-track') as on_track,
  count(*) filter (where status = 'behind') as behind,
  count(*) filter (where status in ('far-behind', 'wrong-way')) as far
from progress
where progress is not null
having count(*) > 0
