-- Units that could not serve because something is missing. Reads: flow. At most one row.
select sum(units) as units
from flow
where reason in ('incomplete', 'treated-incomplete', 'predictor-missing', 'cohort-too-early')
having sum(units) > 0
