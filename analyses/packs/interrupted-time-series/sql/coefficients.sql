-- Terms of the model. Reads: coefficients_raw, between_raw. Grain: breakdown, sex, term.
with places as (
  select breakdown, term, min(turn) as turn, min("at") as "at" from coefficients_raw group by breakdown, term
),
both_kinds as (
  select
    breakdown, sex, term, "at", turn, estimate, se, low, high, p, ratio, ratio_low, ratio_high, status
  from coefficients_raw
  union all
  select
    between_raw.breakdown, 'F-M', between_raw."key", places."at", places.turn,
    between_raw.value, between_raw.se, between_raw.low, between_raw.high, between_raw.p,
    case when $family <> 'gaussian' then exp(between_raw.value) end,
    case when $family <> 'gaussian' then exp(between_raw.low) end,
    case when $family <> 'gaussian' then exp(between_raw.high) end,
    'independent'
  from between_raw
  join places on places.term = between_raw."key" and places.breakdown is not distinct from between_raw.breakdown
  where between_raw.part = 'coefficient'
)
select
  breakdown, sex, term, "at", estimate, se, low, high, p, ratio, ratio_low, ratio_high, status
from both_kinds
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, turn, term
