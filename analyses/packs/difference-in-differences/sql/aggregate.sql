-- The mean effects. Reads: aggregate_raw, design. Grain: breakdown, sex, kind.
-- Whether an effect is certain is decided here once, by p, and every sentence keeps to it. With a single cluster on
-- either side the error says nothing, whatever its size.
select
  aggregate_raw.breakdown, aggregate_raw.sex, aggregate_raw.kind, aggregate_raw.att, aggregate_raw.se, aggregate_raw.low, aggregate_raw.high, aggregate_raw.p, aggregate_raw.se_analytic, aggregate_raw.se_bootstrap, aggregate_raw.groups,
  case
    when p is null then 'unknown'
    when design.treated_clusters < 2 or design.control_clusters < 2 then 'unknown'
    when p <= 1 - $confidence + 1e-12 then 'certain'
    else 'uncertain'
  end as certainty,
  case when att > 0 then 'higher' when att < 0 then 'lower' else 'equal' end as direction,
  aggregate_raw.status
from aggregate_raw
left join design
  on design.sex = aggregate_raw.sex
  and design.breakdown is not distinct from aggregate_raw.breakdown
order by
  aggregate_raw.breakdown nulls first,
  case aggregate_raw.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  aggregate_raw.sex,
  case kind when 'simple' then 1 when 'group' then 2 when 'dynamic' then 3 else 4 end
