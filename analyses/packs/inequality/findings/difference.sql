-- Whether inequality differs between women's and men's values. Reads: latest. At most one row.
select
  coalesce(period, 'none') as period,
  certainty, more,
  abs(gini) as size,
  gini_low as low,
  gini_high as high,
  $confidence as confidence
from latest
where sex = 'F-M' and gini is not null
