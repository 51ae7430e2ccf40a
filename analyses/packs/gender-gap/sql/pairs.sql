-- What may be shown, and who is compared with whom. Reads: safe. Grain: territory, period, age, category.
-- `first` is compared with `second`, the reference. A hidden cell is null in everything that follows.
with visible as (
  select
    *,
    women_hidden = 'shown' and men_hidden = 'shown' as both_shown,
    case
      when women_hidden <> 'shown' then null
      when $people_form = 'counts' then women_count / nullif(women_population, 0)
      else women_value
    end as women,
    case
      when men_hidden <> 'shown' then null
      when $people_form = 'counts' then men_count / nullif(men_population, 0)
      else men_value
    end as men,
    case
      when total_hidden <> 'shown' then null
      when $people_form = 'counts' then total_count / nullif(total_population, 0)
      else total_value
    end as total,
    -- How the numbers are worded: shares of a whole, per cent as delivered, or anything else.
    case
      when $people_form = 'counts' then 'proportion'
      when regexp_matches(lower(coalesce(nullif($unit, ''), unit, '')), '^(pc|pct|%|percent.*|proc.*)(_.*)?$') then 'percent'
      else 'other'
    end as kind
  from safe
)
select
  territory, period, age, category, kind,
  coalesce(nullif($unit, ''), unit) as unit,
  women, men, total,
  women_flag, men_flag, women_hidden, men_hidden, total_hidden, women_present, men_present, total_present,
  coalesce(women_population = 0, false) or coalesce(men_population = 0, false) as nobody,
  case when women_hidden = 'shown' then coalesce(women_population, women_n) end as women_people,
  case when men_hidden = 'shown' then coalesce(men_population, men_n) end as men_people,
  case when total_hidden = 'shown' then coalesce(total_population, total_n) end as total_people,
  case when $reference = 'M' then women else men end as first_value,
  case when $reference = 'M' then men else women end as second_value,
  case when both_shown then if($reference = 'M', women_count, men_count) end as first_count,
  case when both_shown then if($reference = 'M', women_population, men_population) end as first_total,
  case when both_shown then if($reference = 'M', men_count, women_count) end as second_count,
  case when both_shown then if($reference = 'M', men_population, women_population) end as second_total,
  case when both_shown then if($reference = 'M', women_value, men_value) end as first_mean,
  case when both_shown then if($reference = 'M', women_sd, men_sd) end as first_sd,
  case when both_shown then if($reference = 'M', women_n, men_n) end as first_n,
  case when both_shown then if($reference = 'M', men_value, women_value) end as second_mean,
  case when both_shown then if($reference = 'M', men_sd, women_sd) end as second_sd,
  case when both_shown then if($reference = 'M', men_n, women_n) end as second_n
from visible
order by territory, period, age, category
