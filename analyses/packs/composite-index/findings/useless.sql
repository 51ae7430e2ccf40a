-- Indicators that tell no territory from another. Reads: indicator_facts. One row when there are any.
select count(*) as indicators, array_to_string(list(indicator order by indicator)[1:5], ', ') as names
from indicator_facts
where status in ('constant', 'no-data')
having count(*) > 0
