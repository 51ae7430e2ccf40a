-- Units for which no counterpart was near enough. Reads: decided. One row when there are any.
select unmatched, n_treated from decided where unmatched > 0
