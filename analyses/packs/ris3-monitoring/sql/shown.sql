-- Progress bars: one for each indicator and sex that can be measured. Reads: progress. Grain: name.
-- The furthest behind stands first.
select
  priority, indicator, sex,
  priority || ': ' || indicator || case sex when 'T' then '' else ' (' || sex || ')' end as name,
  progress, expected_progress, status
from progress
where progress is not null
order by progress - coalesce(expected_progress, 0), priority, indicator, sex
limit 40
