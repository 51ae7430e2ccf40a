-- Territories nobody borders on. Reads: islands. One row when there are any.
select
  count(*) as islands,
  string_agg(territory, ', ' order by territory) filter (where turn <= 8) as names,
  case when count(*) > 8 then 'more' else 'all' end as listed
from (select *, row_number() over (order by territory) as turn from islands)
having count(*) > 0
