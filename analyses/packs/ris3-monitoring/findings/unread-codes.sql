-- Codes that catch nothing. Reads: domain_codes. One row when there are any.
select
  count(*) filter (where status = 'unread') as unread,
  count(*) filter (where status = 'not-found') as not_found,
  count(*) filter (where status = 'partly') as partly,
  array_to_string(list(distinct nace order by nace)[1:8], ', ') as names
from domain_codes
where status in ('unread', 'not-found', 'partly')
having count(*) > 0
