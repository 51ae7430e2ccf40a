-- What the chart says in words. Reads: indices. Exactly one row.
with newest as (select max(period) as period from indices where gdi is not null),
here as (
  select indices.* from indices
  join newest on newest.period is not distinct from indices.period
  where indices.gdi is not null
)
select
  coalesce((select period from newest), 'none') as period,
  (select count(*) from here) as territories,
  least((select count(*) from here), 30) as shown,
  (select count(*) from here where gdi < 1) as men_higher,
  (select count(*) from here where gdi > 1) as women_higher,
  coalesce((select arg_max(territory, abs(gdi - 1)) from here), '') as territory
