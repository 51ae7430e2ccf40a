-- Where the pattern is. Reads: local_all. Grain: statistic, territory.
-- The class is given only where the adjusted p is small enough; every sentence and colour keeps to it.
select
  territory,
  statistic,
  value,
  p,
  case when statistic = 'moran' then quadrant end as quadrant,
  case
    when value is null or p_adjusted > $level then 'not-significant'
    when statistic = 'moran' then quadrant
    when value > 0 then 'hot'
    else 'cold'
  end as class,
  p_adjusted,
  measured,
  population,
  neighbours,
  case when value is null then 'no-variation-around' else 'ok' end as status,
  deviation,
  lag,
  x,
  y
from local_all
order by
  case statistic when 'moran' then 1 when 'getis_ord' then 2 else 3 end,
  territory
