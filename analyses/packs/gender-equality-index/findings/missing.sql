-- Indicators where a sex is missing. Reads: metrics. One row when there are any.
select
  count(*) filter (where status in ('missing-women', 'missing-both')) as women,
  count(*) filter (where status in ('missing-men', 'missing-both')) as men,
  count(*) filter (where status in ('missing-women', 'missing-men', 'missing-both')) as missing,
  count(*) as cells
from metrics
having count(*) filter (where status in ('missing-women', 'missing-men', 'missing-both')) > 0
