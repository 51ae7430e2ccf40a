-- The gap and whether it is certain. Reads: measured. Exactly one row.
select
  *,
  case when low is null then 'none' when low > 0 or high < 0 then 'certain' else 'uncertain' end as certainty
from measured
