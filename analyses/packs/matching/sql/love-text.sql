-- What the second chart says in words. Reads: love_chart, decided. Exactly one row.
select
  (select count(distinct covariate) from love_chart) as shown,
  decided.covariates, decided.apart_before, decided.apart_after, decided.balanced,
  decided.worst_name as worst, decided.worst_size, decided.n_treated, decided.n_control
from decided
