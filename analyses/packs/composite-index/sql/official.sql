-- Official scores as the method reads them. Reads: official. Grain: group, period.
select "group", period, value
from official
order by "group", period
