-- Autocorrelation of the residuals. Reads: correlation_raw. Grain: breakdown, sex, lag.
select breakdown, sex, lag, acf, pacf, low, high
from correlation_raw
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, lag
