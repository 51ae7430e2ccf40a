-- Is the territory's rate more than chance allows? Reads: funnel. One row with events and population.
select
  territory, rate, overall, low95, high95, low998, high998, smoothed, signal,
  (select count(*) from funnel) as places,
  (select count(*) from funnel where signal in ('high', 'low')) as outside
from funnel
where role = 'chosen'
