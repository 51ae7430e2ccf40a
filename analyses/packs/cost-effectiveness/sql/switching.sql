-- How far a variable must move until nothing is gained. Reads: switching_raw. Grain: option, variable.
select * from switching_raw order by option, abs("change") nulls last, variable
