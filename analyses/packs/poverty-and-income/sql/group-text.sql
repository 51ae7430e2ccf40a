-- What the second chart says in words. Reads: by_group, group_chart, indicators. Exactly one row.
with totals as (select * from group_chart where sex = 'T')
select
  100 * $threshold as percent_of_median,
  (select max(n) from indicators where territory = 'all' and sex = 'T') as persons,
  (select count(*) from totals) as shown,
  (select count(*) from by_group where territory = 'all' and sex = 'T') as categories,
  coalesce((select arg_max(name, arpr) from totals), '') as highest,
  (select max(arpr) from totals) as highest_rate,
  coalesce((select arg_min(name, arpr) from totals), '') as lowest,
  (select min(arpr) from totals) as lowest_rate
