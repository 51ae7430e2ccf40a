-- The estimate at other bandwidths. Reads: sensitivity, summary. Grain: panel, h.
select summary.panel, sensitivity.h, sensitivity.estimate, sensitivity.low, sensitivity.high
from sensitivity
join summary on summary.sex = sensitivity.sex and summary.breakdown is not distinct from sensitivity.breakdown
where summary.drawn and sensitivity.estimate is not null
order by
  sensitivity.breakdown, case sensitivity.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  sensitivity.sex, sensitivity.h, sensitivity.turn
