-- The gap itself. Reads: decided. One row.
select
  group_a, group_b, mean_a, mean_b, abs(difference) as size, relative,
  case when difference >= 0 then low else -high end as size_low,
  case when difference >= 0 then high else -low end as size_high,
  case when difference > 0 then 'a' when difference < 0 then 'b' else 'equal' end as higher,
  case when $log_outcome then 'log' else 'plain' end as scale,
  certainty, $confidence as confidence, n_a, n_b
from decided
