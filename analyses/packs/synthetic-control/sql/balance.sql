-- How alike they were before. Reads: balance_raw. Grain: breakdown, sex, predictor in the order given.
select breakdown, sex, predictor, treated, synthetic, donors, importance, position from balance_raw
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, position
