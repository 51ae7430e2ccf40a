-- Effects by time since the start, by sex. Reads: coefficients. Grain: sex, event_time. Breakdowns stand in the table.
select sex, event_time, estimate, low, high
from coefficients
where event_time is not null
  and estimate is not null
  and breakdown is not distinct from (select min(breakdown) from coefficients)
order by case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, event_time
