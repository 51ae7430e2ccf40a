-- Everybody together: the total of the source, else women and men added. Reads: chosen. Grain: territory, activity.
-- What has no value is left out; it would count as nobody.
select
  territory, activity,
  coalesce(max(value) filter (where sex = 'T'), sum(value) filter (where sex in ('F', 'M'))) as value
from chosen
group by territory, activity
having value is not null
order by territory, activity
