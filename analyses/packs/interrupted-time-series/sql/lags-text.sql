-- What the third chart says in words. Reads: summary, lags. Exactly one row.
select
  count(*) as panels,
  count(*) filter (where ljung_box_p < 0.05) as correlated,
  coalesce(min(ljung_box_p), 1) as smallest_p,
  (select max(lag) from lags) as lags
from summary
where drawn and ljung_box_p is not null
