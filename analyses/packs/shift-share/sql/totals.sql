-- The parts of each territory added up. Reads: components. Grain: territory, sex.
-- national + mix + regional (+ allocation) + not_allocated = total, to rounding. Cells without a value are left out.
with sums as (
  select
    territory, sex, from_period, to_period,
    sum(start) filter (where total is not null) as start,
    sum("end") filter (where total is not null) as "end",
    sum(total) as total,
    sum(national) as national,
    sum(mix) as mix,
    sum(regional) as regional,
    sum(allocation) as allocation,
    sum(not_allocated) as not_allocated,
    sum(start_contributors) as start_contributors,
    sum(end_contributors) as end_contributors,
    count(*) filter (where total is null) as left_out,
    count(*) as cells,
    max(status) filter (where total is null) as reason
  from components
  group by territory, sex, from_period, to_period
)
select
  * exclude (cells, reason),
  mix + regional + coalesce(allocation, 0) + not_allocated as shift,
  case when start > 0 then total / start end as growth,
  case when start > 0 then national / start end as national_rate,
  case when start > 0 then mix / start end as mix_rate,
  case when start > 0 then (regional + coalesce(allocation, 0)) / start end as regional_rate,
  case when left_out = cells then reason when left_out > 0 then 'partly-missing' else 'ok' end as status
from sums
order by territory, case sex when 'F' then 1 when 'M' then 2 else 3 end
