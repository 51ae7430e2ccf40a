-- The answer. Reads: with_parity. Grain: territory, period, age, category.
-- Whether a difference is certain is decided here once, by its interval, and every sentence keeps to it.
with measured as (
  select
    *,
    case when kind = 'proportion' then rate else first_value - second_value end as difference,
    case when kind = 'proportion' then rate_low else mean_low end as low,
    case when kind = 'proportion' then rate_high else mean_high end as high,
    -- Source flags join letters (`bu`); longer texts are notes, not flags.
    concat(
      case when regexp_full_match(lower(women_flag), '[a-z]{1,4}') then lower(women_flag) else '' end,
      case when regexp_full_match(lower(men_flag), '[a-z]{1,4}') then lower(men_flag) else '' end
    ) as flags
  from with_parity
),
judged as (
  select
    *,
    case
      when women_hidden <> 'shown' or men_hidden <> 'shown' then 'suppressed'
      when not (women_present and men_present) and contains(flags, 'c') then 'confidential'
      when not women_present and not men_present then 'missing-both'
      when not women_present then 'missing-women'
      when not men_present then 'missing-men'
      when nobody then 'empty-group'
      when contains(flags, 'u') then 'low-reliability'
      when low is null then 'no-interval'
      else 'ok'
    end as status
  from measured
)
select
  territory,
  period,
  women,
  men,
  total,
  difference,
  low,
  high,
  case
    when kind = 'proportion' then quotient
    when first_value >= 0 and second_value > 0 then first_value / second_value
  end as ratio,
  parity as parity_index,
  status,
  age,
  category,
  case when low is not null then low > 0 or high < 0 end as certain,
  quotient_low as ratio_low,
  quotient_high as ratio_high,
  case
    when difference is null then status
    when first_value < 0 or second_value < 0 then 'negative-value'
    when second_value = 0 then 'zero-reference'
    when kind <> 'proportion' then 'no-interval'
    else 'ok'
  end as ratio_status,
  case
    when total_hidden <> 'shown' then 'suppressed'
    when not total_present then 'missing-total'
    when total is null then 'empty-group'
    else 'ok'
  end as total_status,
  women_people as women_n,
  men_people as men_n,
  total_people as total_n,
  women_flag,
  men_flag,
  unit,
  kind,
  -- UNESCO reads 0.97 to 1.03 as parity; the width of the band is a parameter.
  case
    when parity is null then null
    when parity < 1 - $parity_tolerance then 'lower-for-women'
    when parity > 1 + $parity_tolerance then 'lower-for-men'
    else 'parity'
  end as parity_band
from judged
order by territory, period, age, category
