-- Intervals from few territories are too narrow. Reads: latest. No row from twenty on.
select min(n) as territories
from latest
where gini is not null
having min(n) < 20
