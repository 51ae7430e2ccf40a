-- That the compared groups are alike. Reads: decided. One row, or none when they are not.
select covariates, apart_before, sex
from decided
where covariates > 0 and balanced = 'good'
