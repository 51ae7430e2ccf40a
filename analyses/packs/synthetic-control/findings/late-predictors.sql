-- Predictors that look into the time of the policy. Reads: design. At most one row.
select max(late_predictors) as predictors
from design
where late_predictors > 0
having count(*) > 0
