-- Women against men in human development. Reads: indices. At most one row.
with here as (
  select * from indices
  where gdi is not null and period is not distinct from (select max(period) from indices where gdi is not null)
)
select
  coalesce(min(period), 'none') as period, count(*) as territories,
  count(*) filter (where gdi < 1) as men_higher,
  count(*) filter (where gdi > 1) as women_higher,
  count(*) filter (where gdi_group = 1) as close,
  arg_max(territory, abs(gdi - 1)) as widest,
  arg_max(hdi_women, abs(gdi - 1)) as women,
  arg_max(hdi_men, abs(gdi - 1)) as men
from here
having count(*) > 0
