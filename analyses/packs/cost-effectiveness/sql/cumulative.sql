-- Money in hand year by year, not discounted. Reads: cumulative_raw. Grain: option, year.
select option, cast(cast(year as bigint) as varchar) as year, net, sum
from cumulative_raw
order by option, cumulative_raw.year
