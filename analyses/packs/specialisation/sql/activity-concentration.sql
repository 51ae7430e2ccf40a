-- How gathered each activity is. Reads: places_of_activity. Grain: activity, period, sex.
select *
from places_of_activity
order by period, activity, case sex when 'F' then 1 when 'M' then 2 else 3 end
