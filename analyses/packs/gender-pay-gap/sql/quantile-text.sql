-- What the second chart says in words. Reads: quantile_chart, gap. Exactly one row.
select
  (select relative_gap from quantile_chart where quantile = '10') as bottom,
  (select relative_gap from quantile_chart where quantile = '50') as middle,
  (select relative_gap from quantile_chart where quantile = '90') as top,
  gap.n_women as women,
  gap.n_men as men
from gap
where "by" = 'all'
