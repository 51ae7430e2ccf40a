-- The comparison series in one model with the treated one. Reads: control_raw. Grain: breakdown, sex, period.
select
  breakdown, sex, period, phase, observed, fitted, residual,
  case when fitted is null then 'phase-in' else 'ok' end as status
from control_raw
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, period
