-- What was compared, cohort by cohort. Reads: design_raw. Grain: breakdown, sex, cohort.
select * from design_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, cohort
