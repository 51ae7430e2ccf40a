-- Moran's I of the random orders, in classes. Reads: draws. Grain: class.
select low, high, draws, observed
from draws
order by low
