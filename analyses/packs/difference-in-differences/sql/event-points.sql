-- Effects by time since the start, by sex. Reads: event_study. Grain: sex, event_time. Breakdowns stand in the table.
select sex, event_time, att, low, high, band_low, band_high
from event_study
where breakdown is not distinct from (select min(breakdown) from event_study)
  and att is not null
order by case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, event_time
