-- What the charts say in words. Reads: standing, index, profile. Exactly one row.
select
  coalesce((select min(period) from standing), 'none') as period,
  coalesce((select min(period) from index where score is not null), 'none') as first_period,
  (select count(*) from standing) as territories,
  least((select count(*) from standing), 9) as shown,
  coalesce((select min(territory) from standing where place = 1), '') as territory,
  coalesce((select min(weakest) from standing where place = 1), 'none') as weakest,
  coalesce((select arg_max(domain, score) from profile), 'none') as strongest,
  (select count(score_uncorrected) from profile) as uncorrected,
  (select count(*) from (
    select territory from index where score is not null
    group by territory
    having count(*) > 1 and arg_max(score, period) > arg_min(score, period)
  )) as higher,
  (select count(*) from (
    select territory from index where score is not null
    group by territory
    having count(*) > 1 and arg_max(score, period) < arg_min(score, period)
  )) as lower
