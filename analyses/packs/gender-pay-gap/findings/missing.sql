-- Categories without women, without men, or with few. Reads: gap. One row when there are any.
select
  count(*) filter (where status in ('missing-women', 'missing-men', 'missing-both')) as missing,
  count(*) filter (where status in ('few', 'no-interval')) as few,
  count(*) as cells
from gap
having count(*) filter (where status not in ('ok', 'no-pay')) > 0
