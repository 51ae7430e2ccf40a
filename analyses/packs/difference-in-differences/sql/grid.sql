-- Effects by group and period, for the leading sex. Reads: group_time, summary. Grain: group, period.
select group_time."group", group_time.period, group_time.att, group_time.low, group_time.high
from group_time
inner join summary
  on summary.is_lead
  and group_time.sex = summary.sex
  and group_time.breakdown is not distinct from summary.breakdown
where group_time.att is not null
  and (select count(distinct cells."group") from group_time as cells) > 1
order by group_time."group", group_time.event_time
