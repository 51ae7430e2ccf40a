-- What the chart says in words. Reads: summary, rounding. Exactly one row.
select 'suppress' as kind, cells, "primary", secondary, "primary" + secondary as hidden, open, 0 as changed
from summary
union all by name
select 'round' as kind, cells, 0 as "primary", 0 as secondary, 0 as hidden, 0 as open, rounded as changed
from rounding
