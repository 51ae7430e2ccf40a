-- What every slope says in plain words, decided once. Reads: estimated, fitted. Grain: breakdown, sex, term.
-- shape: how the size is worded. In logarithms (or Poisson) slopes are relative changes of the outcome, which for a
-- regressor in logarithms is per cent for one per cent, otherwise exp(b) - 1 for one more.
with shaped as (
  select
    estimated.*,
    $family = 'poisson' or $log_outcome as relative,
    starts_with(term, 'log(') as elastic,
    contains(term, '=') as category
  from estimated
  where term <> 'intercept'
)
select
  coalesce(breakdown, '') as breakdown,
  sex,
  term,
  turn,
  estimate,
  low,
  high,
  status,
  case
    when relative and elastic then 'elasticity'
    when relative and sex = 'F-M' then 'log_difference'
    when relative and category then 'percent_category'
    when relative then 'percent'
    when elastic then 'per_percent'
    when category then 'category'
    else 'unit'
  end as shape,
  case
    when relative and not elastic and sex <> 'F-M' then exp(least(estimate, 700)) - 1
    when elastic and not relative then estimate / 100
    else estimate
  end as effect,
  case
    when relative and not elastic and sex <> 'F-M' then exp(least(low, 700)) - 1
    when elastic and not relative then low / 100
    else low
  end as effect_low,
  case
    when relative and not elastic and sex <> 'F-M' then exp(least(high, 700)) - 1
    when elastic and not relative then high / 100
    else high
  end as effect_high,
  case when estimate > 0 then 'higher' when estimate < 0 then 'lower' else 'same' end as direction,
  case
    when low is null then 'none'
    when low > 0 or high < 0 then 'certain'
    else 'uncertain'
  end as certainty,
  row_number() over (
    order by breakdown nulls first,
      case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
      sex, turn, term
  ) as place
from shaped
order by place
