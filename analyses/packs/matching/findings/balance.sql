-- Whether the compared groups are alike. Reads: decided. One row.
select covariates, apart_before, apart_after, balanced, worst_name as worst, coalesce(worst_size, 0) as worst_size
from decided
where covariates > 0
