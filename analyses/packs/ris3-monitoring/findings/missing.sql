-- What cannot be measured. Reads: progress. One row when there are any.
select
  count(*) as indicators,
  count(*) filter (where progress is null and status <> 'reached') as missing,
  count(*) filter (where status = 'missing-baseline') as baseline,
  count(*) filter (where status = 'missing-target') as target,
  count(*) filter (where status = 'missing-actual') as actual,
  count(*) filter (where status in ('conflicting-plan', 'period-order')) as contradictory
from progress
having count(*) filter (where status in ('missing-baseline', 'missing-target', 'missing-actual', 'conflicting-plan', 'period-order')) > 0
