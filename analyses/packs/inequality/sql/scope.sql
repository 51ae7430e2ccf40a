-- The breakdown and the period charts and sentences show: the last with a Gini. Reads: measures_raw. One row.
with told as (
  select
    coalesce(breakdown, '') as breakdown,
    coalesce(period, '') as period
  from measures_raw
  where gini is not null and sex <> 'F-M'
)
select
  coalesce((select min(breakdown) from told), '') as breakdown,
  coalesce((select max(period) from told where told.breakdown = (select min(b.breakdown) from told as b)), '') as period
