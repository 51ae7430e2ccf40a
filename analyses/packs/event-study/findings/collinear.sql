-- Terms that could not be told apart. Reads: summary. At most one row.
select dropped
from summary
where is_lead and dropped > 0
