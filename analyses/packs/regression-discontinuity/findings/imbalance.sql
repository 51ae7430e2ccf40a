-- Covariates that jump where they should not. Reads: balance.
select
  coalesce(breakdown, 'none') as breakdown,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  covariate, p
from balance
where p < 0.05
order by p, breakdown, sex, covariate
