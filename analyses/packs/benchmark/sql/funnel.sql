-- Rates with their control limits, and the whole that the common rate is worked out from. Reads: funnel_raw.
-- Grain: territory.
select
  *,
  (select sum(events) from funnel_raw) as all_events,
  (select sum(population) from funnel_raw) as all_population
from funnel_raw
