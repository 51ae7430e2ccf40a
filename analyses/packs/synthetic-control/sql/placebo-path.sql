-- Their gaps. Reads: gaps_raw. Grain: breakdown, sex, unit, period.
select * from gaps_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, is_treated desc, unit, try_cast(period as double) nulls last, period
