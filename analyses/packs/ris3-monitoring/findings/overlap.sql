-- Codes that are in two domains. Reads: domain_codes. One row when there are any.
select
  count(*) as codes,
  array_to_string(list(distinct nace order by nace)[1:5], ', ') as names
from domain_codes
where status = 'double-counted'
having count(*) > 0
