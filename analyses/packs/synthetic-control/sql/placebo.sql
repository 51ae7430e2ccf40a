-- The same estimate for every unit without the policy. Reads: placebos_raw. Grain: breakdown, sex, unit.
select * from placebos_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, ratio desc, is_treated desc, unit
