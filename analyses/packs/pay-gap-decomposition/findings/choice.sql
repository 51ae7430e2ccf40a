-- How far the answer depends on the reference. Reads: twofold, decided. One row.
select
  min(twofold.unexplained) as smallest,
  max(twofold.unexplained) as largest,
  any_value(decided.unexplained) as chosen,
  case when min(twofold.unexplained) > 0 or max(twofold.unexplained) < 0 then 'same' else 'differs' end as sign
from twofold, decided
