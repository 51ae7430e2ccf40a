-- Binned means and the curve on each side. Reads: bins, curve, summary. Grain: panel, running, part.
with parts as (
  select breakdown, sex, side, running, outcome as bin_mean, low as bin_low, high as bin_high, cast(null as double) as line
  from bins
  union all
  select breakdown, sex, side, running, null, null, null, outcome from curve
)
select
  summary.panel, parts.side, parts.running, parts.bin_mean, parts.bin_low, parts.bin_high, parts.line as curve,
  cast($cutoff as double) as cutoff
from parts
join summary on summary.sex = parts.sex and summary.breakdown is not distinct from parts.breakdown
where summary.drawn
order by
  parts.breakdown, case parts.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, parts.sex,
  parts.running, parts.side, parts.line nulls first
