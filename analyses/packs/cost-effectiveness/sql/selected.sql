-- Rows that can be appraised. Reads: flows. Grain: option, year, sex, item.
select option, year, sex, item, cost, benefit, residual, effect
from flows
where option is not null
  and year is not null
  and (sex is null or sex in ('F', 'M', 'T'))
  and (cost is not null or benefit is not null or residual is not null or effect is not null)
order by option, year, sex nulls first, item nulls first
