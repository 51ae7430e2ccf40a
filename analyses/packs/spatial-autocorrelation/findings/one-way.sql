-- A neighbours' table that leads one way only is usually a mistake. Reads: weights_used. One row when it is so.
select kind, links, areas
from weights_used
where not "symmetric" and kind = 'table'
