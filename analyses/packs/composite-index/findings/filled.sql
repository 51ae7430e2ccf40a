-- Missing numbers, filled or not. Reads: summary. One row when there are any.
select filled, empty, cells, (filled + empty) / nullif(cells, 0) as share
from summary
where filled + empty > 0
