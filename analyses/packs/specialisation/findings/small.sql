-- Quotients on too few people to be read. Reads: latest. One row when there are any.
select count(*) filter (where status = 'small-count') as small, count(*) as cells, $smallest_cell as smallest_cell
from latest
having count(*) filter (where status = 'small-count') > 0
