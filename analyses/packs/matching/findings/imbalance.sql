-- What still sets the compared groups apart. Reads: decided. One row, or none when they are alike.
select covariates, apart_before, apart_after, balanced, worst_name as worst, coalesce(worst_size, 0) as worst_size, sex
from decided
where covariates > 0 and balanced <> 'good'
