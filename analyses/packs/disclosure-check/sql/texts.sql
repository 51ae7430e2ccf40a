-- What the chart says in words. Reads: summary, rounding, top_coding. Exactly one row.
select 'suppress' as kind, cells, "primary", secondary, "primary" + secondary as hidden, open, 0 as changed
from summary
union all by name
select 'round' as kind, cells, 0 as "primary", 0 as secondary, 0 as hidden, 0 as open, rounded as changed
from rounding
union all by name
select 'top' as kind, cells, 0 as "primary", 0 as secondary, coded as hidden, 0 as open, 0 as changed
from top_coding
