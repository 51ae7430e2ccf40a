-- The classic form with several starts. Reads: summary. At most one row.
select cohorts
from summary
where is_lead and estimator = 'twfe' and cohorts > 1
