-- Whether the groups moved apart before the policy. Reads: summary. At most one row.
select before, before_p as p, case when before_p < 0.001 then 'tiny' else 'shown' end as p_size, before_effects as effects, confidence
from summary
where is_lead
