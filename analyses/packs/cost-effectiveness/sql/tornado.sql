-- NPV when one variable moves. Reads: tornado_raw. Grain: option, variable.
select * from tornado_raw order by option, abs(high - low) desc, variable
