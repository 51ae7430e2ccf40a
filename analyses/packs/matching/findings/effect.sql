-- The effect. Reads: decided. One row.
select
  estimator, abs(estimate) as size, plain,
  case when estimate >= 0 then low else -high end as size_low,
  case when estimate >= 0 then high else -low end as size_high,
  case when estimate > 0 then 'more' when estimate < 0 then 'less' else 'equal' end as direction,
  certainty, $estimand as estimand, $confidence as confidence, n_treated, n_control,
  case when sex in ('F', 'M') then sex else 'T' end as who
from decided
where estimate is not null
