-- Nobody was left untreated. Reads: summary. At most one row.
select cohorts
from summary
where is_lead and control = 'last-group'
