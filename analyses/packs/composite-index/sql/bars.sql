-- What the places depend on. Reads: sensitivity. Grain: factor.
-- Estimates of shares may fall a little below 0 or above 1; the picture keeps to what a share can be.
select
  factor,
  greatest(0, least(1, first_order)) as first_order,
  greatest(0, least(1, total_order)) as total_order,
  greatest(0, least(1, total_low)) as total_low,
  greatest(0, least(1, total_high)) as total_high
from sensitivity
where total_order is not null
order by sensitivity.total_order desc, factor
