-- How the answer hangs on the bandwidth. Reads: sensitivity, summary.
select
  summary.breakdown_word as breakdown,
  case when summary.sex in ('F', 'M', 'T') then summary.sex else 'other' end as sex,
  min(sensitivity.estimate) as lowest, max(sensitivity.estimate) as highest,
  min(sensitivity.h) as narrowest, max(sensitivity.h) as widest,
  case when max(sensitivity.estimate) < 0 or min(sensitivity.estimate) > 0 then 'same' else 'changes' end as sign
from sensitivity
join summary on summary.sex = sensitivity.sex and summary.breakdown is not distinct from sensitivity.breakdown
where sensitivity.estimate is not null
group by
  summary.breakdown_word, summary.sex
having count(*) > 1
order by breakdown, case summary.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, summary.sex
