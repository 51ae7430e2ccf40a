-- What the first chart says in words. Reads: decided. Exactly one row.
select estimator, estimate, plain, certainty, n_treated, n_control, sex, breakdown from decided
