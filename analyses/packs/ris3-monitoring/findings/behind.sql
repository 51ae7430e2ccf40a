-- What lags most. Reads: progress. The slowest first.
select
  priority, indicator, sex, coalesce(year, 'none') as year, actual, baseline, target, expected,
  coalesce(target_year, 'none') as target_year,
  coalesce(unit, 'blank') as unit,
  case status when 'wrong-way' then 'wrong' else 'late' end as course,
  progress, coalesce(expected_progress, 0) as expected_progress
from progress
where status in ('far-behind', 'wrong-way') and expected is not null
order by progress - expected_progress, priority, indicator, sex
