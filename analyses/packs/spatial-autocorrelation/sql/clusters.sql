-- How many territories of each class there are. Reads: local. Exactly one row.
with moran as (select * from local where statistic = 'moran')
select
  count(*) as areas,
  count(*) filter (where class = 'HH') as high_high,
  count(*) filter (where class = 'LL') as low_low,
  count(*) filter (where class = 'HL') as high_low,
  count(*) filter (where class = 'LH') as low_high,
  count(*) filter (where class <> 'not-significant') as found,
  count(*) filter (where x is not null) as placed,
  coalesce(string_agg(territory, ', ' order by p, abs(value) desc, territory) filter (where class = 'HH' and turn <= 5), '') as high_names,
  coalesce(string_agg(territory, ', ' order by p, abs(value) desc, territory) filter (where class = 'LL' and turn <= 5), '') as low_names
from (
  select *, row_number() over (partition by class order by p, abs(value) desc, territory) as turn
  from moran
)
