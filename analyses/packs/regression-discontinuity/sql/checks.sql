-- Places where nothing should happen, and the answer without the units nearest to the cut-off.
-- Reads: placebo, donut, summary. Grain: panel, check.
with parts as (
  select breakdown, sex, 1 as turn, 'effect' as kind, estimate, low, high, cast($cutoff as double) as place, n_left, n_right
  from summary
  where sex <> 'F-M'
  union all
  select breakdown, sex, 2, 'donut', estimate, low, high, radius, n_left, n_right from donut
  union all
  select breakdown, sex, 3, 'placebo', estimate, low, high, cutoff, n_left, n_right from placebo
),
named as (
  select
    parts.*, summary.panel,
    case kind when 'donut' then '±' else '' end || replace(printf('%.3g', place), '-', '−') as "check"
  from parts
  join summary on summary.sex = parts.sex and summary.breakdown is not distinct from parts.breakdown
  where summary.drawn and parts.estimate is not null
)
select panel, "check", kind, estimate, low, high, n_left, n_right
from named
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, turn, place
