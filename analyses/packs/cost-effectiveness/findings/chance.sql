-- How often the result is a gain. Reads: uncertainty.
select option, draws, positive, q5, q95 from uncertainty order by option
