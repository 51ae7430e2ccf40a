-- What the chart says in words. Reads: summary. Exactly one row.
select *, "primary" + secondary as hidden
from summary
