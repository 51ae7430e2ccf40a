-- Effect at every horizon. Reads: effect_raw, between_raw. Grain: breakdown, sex, horizon.
with places as (
  select breakdown, cast(horizon as bigint)::varchar as "key", min(horizon) as horizon, min(period) as period
  from effect_raw
  group by breakdown, cast(horizon as bigint)::varchar
),
both_kinds as (
  select
    breakdown, sex, horizon, period, value, se, low, high,
    -- A difference of women and men has no share of its own.
    case when sex <> 'F-M' then relative end as relative, case when sex <> 'F-M' then relative_low end as relative_low,
    case when sex <> 'F-M' then relative_high end as relative_high, counterfactual, status
  from effect_raw
  union all
  select
    whole.breakdown, 'F-M', places.horizon, places.period, whole.value, whole.se, whole.low, whole.high,
    share.value, share.low, share.high, null, 'independent'
  from between_raw as whole
  join places on places."key" = whole."key" and places.breakdown is not distinct from whole.breakdown
  left join between_raw as share
    on share.part = 'effect-relative' and share."key" = whole."key"
   and share.breakdown is not distinct from whole.breakdown
  where whole.part = 'effect'
)
select
  breakdown, sex, horizon, period, value, se, low, high, relative, relative_low, relative_high, counterfactual, status
from both_kinds
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, horizon
