-- Effect by the time since the start. Reads: effect, summary. Grain: panel, horizon.
select summary.panel, effect.horizon, effect.value, effect.low, effect.high, effect.period
from effect
join summary on summary.sex = effect.sex and summary.breakdown is not distinct from effect.breakdown
where summary.drawn
order by
  effect.breakdown, case effect.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  effect.sex, effect.horizon
