-- Values that are not counts. Reads: latest. One row when no interval can be given.
select count(*) as cells
from latest
having count(*) filter (where certainty = 'none' and lq is not null) > 0 and count(*) filter (where certainty <> 'none') = 0
