-- Quotients of one territory, largest first. Reads: latest, scope. Grain: activity.
select latest.activity, latest.lq, latest.low, latest.high, latest.value, latest.certainty, latest.status,
  latest.territory, latest.period, latest.sex
from latest
join scope on latest.territory = scope.territory
where latest.lq is not null
order by latest.lq desc, latest.activity
limit 30
