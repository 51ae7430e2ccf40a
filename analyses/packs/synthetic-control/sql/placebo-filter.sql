-- The rank among placebos that fitted well enough before. Reads: filters_raw. Grain: breakdown, sex, times.
select * from filters_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, times nulls last
