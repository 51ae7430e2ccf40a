-- The Gini through time, where there are two periods or more. Reads: measures_raw, scope. Grain: sex, period.
with told as (
  select m.period, m.sex, m.gini, m.gini_low as low, m.gini_high as high
  from measures_raw as m
  join scope on coalesce(m.breakdown, '') = scope.breakdown
  where m.gini is not null and m.period is not null and m.sex <> 'F-M'
)
select *
from told
where (select count(distinct period) from told) > 1
order by case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, period
