-- Activities of the data that are codes of their own; a total is none of them. Reads: counted. Grain: activity.
select distinct activity
from counted
where lower(activity) not in ('total', 'total_', '_t', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem', 'insgesamt')
order by activity
