-- What the first chart says in words. Reads: gap, gap_chart. Exactly one row.
select
  $statistic as statistic,
  (select relative_gap from gap where "by" = 'all') as relative_gap,
  (select count(*) - 1 from gap_chart) as shown,
  coalesce((select arg_max(name, relative_gap) from gap_chart where category <> 'all'), '') as widest,
  (select max(relative_gap) from gap_chart where category <> 'all') as widest_gap,
  (select n_women from gap where "by" = 'all') as women,
  (select n_men from gap where "by" = 'all') as men
