-- Measures that do not exist for the values. Reads: measures_raw. A row for each reason.
select replace(status, '-', '_') as reason, count(*) as cases
from measures_raw
where status <> 'ok'
group by status
order by status
