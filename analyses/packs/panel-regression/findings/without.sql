-- Variables that have no estimate. Reads: dropped_terms. A row for each term and reason.
select term, replace(status, '-', '_') as reason
from dropped_terms
where status <> 'reference'
group by term, status
order by term, status
