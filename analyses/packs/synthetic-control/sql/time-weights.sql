-- Share of each period before the start. Reads: time_weights_raw. Grain: breakdown, sex, cohort, period.
select * from time_weights_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, cohort, try_cast(period as double) nulls last, period
