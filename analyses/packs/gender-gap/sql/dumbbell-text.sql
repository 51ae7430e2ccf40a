-- What the first chart says in words. Reads: latest, scope. Exactly one row.
select
  scope.last_period as period,
  case when scope.breakdown = '' then 'none' else scope.breakdown end as breakdown,
  coalesce(max(latest.kind), 'other') as kind,
  coalesce(max(latest.unit), 'blank') as unit,
  count(latest.difference) as gaps,
  least(count(latest.difference), 30) as shown,
  count(*) filter (where latest.status = 'suppressed') as hidden,
  count(*) filter (where latest.higher = 'women' and latest.difference is not null) as women_higher,
  count(*) filter (where latest.higher = 'men' and latest.difference is not null) as men_higher,
  coalesce(max(latest.territory) filter (where latest.place = 1), '') as territory,
  max(abs(latest.difference)) as size,
  coalesce(max(latest.higher) filter (where latest.place = 1), 'equal') as higher,
  coalesce(max(latest.certainty) filter (where latest.place = 1), 'none') as certainty,
  sum(latest.total_n) as people
from scope
left join latest on true
group by scope.last_period, scope.breakdown
