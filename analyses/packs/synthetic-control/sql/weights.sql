-- Share of each unit in the comparison. Reads: weights_raw. Grain: breakdown, sex, cohort, unit.
select * from weights_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, cohort, weight desc, unit
