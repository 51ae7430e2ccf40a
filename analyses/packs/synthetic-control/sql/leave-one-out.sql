-- The estimate without each unit that carries weight. Reads: leave_one_out_raw. Grain: breakdown, sex, unit.
select * from leave_one_out_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, unit
