-- What the charts say in words. Reads: result, discounting, icer, tornado. Exactly one row.
with best as (select * from result order by npv desc, option limit 1)
select
  best.option,
  best.npv,
  abs(best.npv) as size,
  best.direction,
  best.certainty,
  discounting.rate,
  discounting.base_year,
  (select count(*) from result) as options,
  (select count(*) from icer) as priced,
  (select count(*) from icer where dominated) as dominated,
  coalesce((select variable from tornado where tornado.option = best.option order by abs(high - low) desc, variable limit 1), '') as variable
from best, discounting
