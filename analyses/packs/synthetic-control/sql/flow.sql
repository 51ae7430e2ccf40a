-- What was left out and why; with several groups the largest of them. Reads: flow_raw. Grain: reason.
select reason, max(units)::double as units, max("rows")::double as "rows"
from flow_raw
group by reason
order by
  case reason
    when 'no-key' then 1 when 'excluded' then 2 when 'treated-elsewhere' then 3 when 'always-treated' then 4
    when 'period-without-treated' then 5 when 'treated-incomplete' then 6 when 'incomplete' then 7
    when 'cohort-too-early' then 8 when 'predictor-missing' then 9 else 10
  end,
  reason
