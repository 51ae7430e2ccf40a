-- What was left out and why; with several groups the largest of them. Reads: flow_raw. Grain: reason.
-- The rows read are counted with the need itself.
select reason, max(units)::double as units, max("rows")::double as "rows"
from flow_raw
where reason <> 'read'
group by reason
order by
  case reason
    when 'no-codes' then 1 when 'no-outcome' then 2 when 'no-weight' then 3 when 'no-covariate' then 4
    when 'incomplete-unit' then 5 when 'always-treated' then 6 when 'after-last-group' then 7 else 8
  end,
  reason
