-- What the index rests on. Reads: network_raw. Exactly one row. Below 20 territories the index is a play of few.
select *, case when territories_inside < 20 then 'small' else 'enough' end as size
from network_raw
