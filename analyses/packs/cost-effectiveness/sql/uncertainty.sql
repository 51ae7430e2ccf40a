-- NPV over the draws. Reads: draws_raw. Grain: option.
select * from draws_raw order by option
