-- What the usual regression says on the same data. Reads: summary. At most one row.
select
  abs(twfe) as twfe,
  case when twfe > 0 then 'higher' when twfe < 0 then 'lower' else 'equal' end as direction,
  twfe_certainty as certainty,
  coalesce(forbidden, 0) as forbidden,
  case when forbidden is null then 'none' when forbidden > 0.0005 then 'some' else 'none' end as mixed,
  case when sign(twfe) <> sign(att) and abs(att) > 0 then 'apart' else 'same' end as signs
from summary
where is_lead and twfe is not null
