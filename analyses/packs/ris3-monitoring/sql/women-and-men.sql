-- Women and men of one indicator beside each other. Reads: progress. Grain: priority, indicator.
-- The gap narrows when the distance between the two is smaller than at the baseline. Compared in the same year only.
with sexes as (
  select
    priority, indicator,
    max(year) filter (where sex = 'F') as year,
    max(year) filter (where sex = 'M') as year_men,
    max(actual) filter (where sex = 'F') as women,
    max(actual) filter (where sex = 'M') as men,
    max(baseline) filter (where sex = 'F') as baseline_women,
    max(baseline) filter (where sex = 'M') as baseline_men,
    max(target) filter (where sex = 'F') as target_women,
    max(target) filter (where sex = 'M') as target_men,
    max(progress) filter (where sex = 'F') as progress_women,
    max(progress) filter (where sex = 'M') as progress_men
  from progress
  where sex in ('F', 'M')
  group by priority, indicator
),
measured as (
  select
    *,
    case when year is not distinct from year_men then women - men end as difference,
    baseline_women - baseline_men as baseline_difference,
    target_women - target_men as target_difference
  from sexes
)
select
  priority, indicator, coalesce(year, year_men) as year, women, men, difference, baseline_difference, target_difference,
  progress_women, progress_men,
  case
    when difference is null or baseline_difference is null then null
    when abs(difference) < abs(baseline_difference) then 'narrowing'
    when abs(difference) > abs(baseline_difference) then 'widening'
    else 'unchanged'
  end as trend,
  case
    when women is null then 'missing-women'
    when men is null then 'missing-men'
    when difference is null then 'missing-period'
    when baseline_difference is null then 'missing-baseline'
    else 'ok'
  end as status
from measured
order by priority, indicator
