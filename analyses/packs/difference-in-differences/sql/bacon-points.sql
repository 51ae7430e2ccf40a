-- What the two-way regression is made of, for the leading sex. Reads: bacon, summary. Grain: kind, treated, control.
select bacon.kind, bacon.treated, bacon.control, bacon.weight, bacon.estimate
from bacon
inner join summary
  on summary.is_lead
  and bacon.sex = summary.sex
  and bacon.breakdown is not distinct from summary.breakdown
where (select count(*) from bacon) > 1
order by bacon.weight desc, bacon.kind, bacon.treated, bacon.control
