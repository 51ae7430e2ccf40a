-- Rows where a sex is not in the data. Reads: gap. One row when there are any.
select
  count(*) filter (where status = 'missing-women') as women,
  count(*) filter (where status = 'missing-men') as men,
  count(*) filter (where status in ('missing-both', 'confidential')) as both_sexes,
  count(*) filter (where status in ('missing-women', 'missing-men', 'missing-both', 'confidential')) as missing,
  count(*) as cells
from gap
having count(*) filter (where status in ('missing-women', 'missing-men', 'missing-both', 'confidential')) > 0
