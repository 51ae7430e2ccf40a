-- The estimate as if the policy had begun earlier. Reads: time_placebo_raw. Grain: breakdown, sex.
select * from time_placebo_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
