-- Women and men of one activity beside each other. Reads: location_quotient. Grain: territory, activity, period.
-- The specialisations of women and men differ for certain when their intervals do not meet.
with sexes as (
  select
    territory, activity, period,
    max(value) filter (where sex = 'F') as women,
    max(value) filter (where sex = 'M') as men,
    max(contributors) filter (where sex = 'F') as contributors_women,
    max(contributors) filter (where sex = 'M') as contributors_men,
    max(lq) filter (where sex = 'F') as lq_women,
    max(lq) filter (where sex = 'M') as lq_men,
    max(low) filter (where sex = 'F') as low_women,
    max(high) filter (where sex = 'F') as high_women,
    max(low) filter (where sex = 'M') as low_men,
    max(high) filter (where sex = 'M') as high_men,
    max(status) filter (where sex = 'F') as women_status,
    max(status) filter (where sex = 'M') as men_status
  from location_quotient
  where sex in ('F', 'M')
  group by territory, activity, period
)
select
  territory, activity, period, women, men,
  case when women + men > 0 then women / (women + men) end as share_women,
  lq_women, lq_men,
  case when lq_men > 0 then lq_women / lq_men end as ratio,
  case
    when low_women is null or low_men is null then 'none'
    when low_women > high_men then 'women'
    when low_men > high_women then 'men'
    else 'uncertain'
  end as certainty,
  case
    when women is null then 'missing-women'
    when men is null then 'missing-men'
    when women + men = 0 then 'empty-activity'
    when lq_women is null or lq_men is null then 'missing-input'
    when 'small-count' in (women_status, men_status) then 'small-count'
    when low_women is null or low_men is null then 'no-interval'
    else 'ok'
  end as status,
  contributors_women, contributors_men
from sexes
order by period, territory, activity
