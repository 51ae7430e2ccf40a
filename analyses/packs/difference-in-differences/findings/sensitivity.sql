-- How far from parallel the trends may be for the mean effect to stay certain. Reads: summary. At most one row.
select
  coalesce(holds_average, 0) as holds,
  case when holds_average is null then 'never' when holds_average >= 19.999 then 'far' else 'limit' end as reach,
  confidence
from summary
where is_lead and certainty = 'certain' and before <> 'unknown'
