-- The gap of the whole at the quantiles. Reads: quantiles. Grain: quantile.
select cast(cast(round(100 * quantile) as integer) as varchar) as quantile, women, men, relative_gap, low, high, n_women, n_men,
  quantiles.quantile as place, "by", category
from quantiles
where "by" = 'all' and relative_gap is not null
order by quantiles.quantile
