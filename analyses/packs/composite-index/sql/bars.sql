-- What the places depend on. Reads: sensitivity. Grain: factor.
select factor, first_order, total_order, total_low, total_high
from sensitivity
where total_order is not null
order by total_order desc, factor
