-- Effect over all periods since the start, together (sum) and on average (mean). Reads: total_raw, between_raw.
-- Whether an effect is certain is decided here once, by its interval. Grain: breakdown, sex, kind.
with both_kinds as (
  select
    breakdown, sex, kind, value, se, low, high,
    -- A difference of women and men has no share of its own.
    case when sex <> 'F-M' then relative end as relative, case when sex <> 'F-M' then relative_low end as relative_low,
    case when sex <> 'F-M' then relative_high end as relative_high, observed, counterfactual, n,
    case when sex = 'F-M' then true end as paired, status
  from total_raw
  union all
  select
    whole.breakdown, 'F-M', whole."key", whole.value, whole.se, whole.low, whole.high,
    share.value, share.low, share.high, null, null, null, false, 'independent'
  from between_raw as whole
  left join between_raw as share
    on share.part = 'total-relative' and share."key" = whole."key"
   and share.breakdown is not distinct from whole.breakdown
  where whole.part = 'total'
)
select
  breakdown, sex, kind, value, se, low, high, relative, relative_low, relative_high, observed, counterfactual, n,
  case when low is null or se = 0 then 'none' when low > 0 or high < 0 then 'certain' else 'uncertain' end as certainty,
  case when value > 0 then 'higher' when value < 0 then 'lower' else 'same' end as direction,
  paired, status
from both_kinds
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, kind
