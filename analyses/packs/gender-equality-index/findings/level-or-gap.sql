-- Places that the level of achievement decides more than the gaps. Reads: standing. One row when scores without the
-- correction are known.
select
  count(*) as territories,
  count(*) filter (where moved <> 0) as moved,
  max(abs(moved)) as largest,
  arg_max(territory, abs(moved)) as territory,
  median(uncorrected - score) as taken,
  min(period) as period
from standing
where uncorrected is not null
having count(*) > 0
