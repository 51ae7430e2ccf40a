-- Places without any interval. Reads: standing. One row when nothing was varied.
select count(*) as units
from standing
having count(*) > 0 and count(*) filter (where certainty <> 'none') = 0
