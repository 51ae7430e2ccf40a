-- Groups for which no estimate is possible, with the fault's code. Reads: refused_raw. Grain: breakdown, sex.
select * from refused_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
