-- Employment (or another amount) by activity. Reads: activity. Grain: territory, activity, period, sex.
-- Without a column of sexes everything is the total; without territories all is one place.
select
  coalesce(territory, '–') as territory, activity, period, value,
  case when (select count(sex) from activity) = 0 then 'T' else sex end as sex
from activity
where activity is not null
  and ((select count(sex) from activity) = 0 or coalesce(sex in ('F', 'M', 'T'), false))
order by territory, activity, period, sex
