-- The highest and the lowest rate of a territory. Reads: indicators. One row where there are two at least.
-- Certain when their intervals do not overlap; that asks more than a test of the difference would.
with places as (
  select * from indicators where sex = 'T' and territory <> 'all' and arpr is not null
),
ends as (
  select
    count(*) as territories,
    arg_max(territory, arpr) as highest, max(arpr) as highest_rate, arg_max(arpr_low, arpr) as highest_low,
    arg_min(territory, arpr) as lowest, min(arpr) as lowest_rate, arg_min(arpr_high, arpr) as lowest_high
  from places
)
select
  territories, highest, highest_rate, lowest, lowest_rate,
  case
    when highest_low is null or lowest_high is null then 'none'
    when highest_low > lowest_high then 'certain'
    else 'uncertain'
  end as certainty
from ends
where territories > 1 and highest_rate > lowest_rate
