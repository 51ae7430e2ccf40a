-- Rows the run is about: one period, the newest unless one is chosen. Reads: activity. Grain: territory, activity, sex.
select
  territory, activity, period, value,
  case when (select count(sex) from activity) = 0 then 'T' else sex end as sex
from activity
where territory is not null
  and activity is not null
  and (
    case
      when $period <> '' then coalesce(period = $period, false)
      else period is not distinct from (select max(period) from activity)
    end
  )
  and ((select count(sex) from activity) = 0 or coalesce(sex in ('F', 'M', 'T'), false))
order by territory, activity, sex
