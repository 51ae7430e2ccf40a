-- How unequal incomes are in the whole. Reads: indicators. One row.
select s80_s20, gini, coalesce(median_gap, 0) as median_gap, case when median_gap is null then 'none' else 'some' end as poor
from indicators
where territory = 'all' and sex = 'T' and s80_s20 is not null and gini is not null
