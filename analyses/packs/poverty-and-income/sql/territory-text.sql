-- What the first chart says in words. Reads: indicators, territory_chart. Exactly one row.
with totals as (select * from territory_chart where sex = 'T')
select
  100 * $threshold as percent_of_median,
  (select max(threshold) from indicators) as threshold,
  (select max(n) from indicators where territory = 'all' and sex = 'T') as persons,
  (select count(*) from totals) as shown,
  (select count(*) from indicators where sex = 'T' and territory <> 'all') as territories,
  coalesce((select arg_max(territory, arpr) from totals), '') as highest,
  (select max(arpr) from totals) as highest_rate,
  coalesce((select arg_min(territory, arpr) from totals), '') as lowest,
  (select min(arpr) from totals) as lowest_rate,
  case when exists (select 1 from territory_chart where low is not null) then 'some' else 'none' end as intervals
