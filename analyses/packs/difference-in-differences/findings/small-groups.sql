-- Groups of very few units. Reads: cohorts, summary. At most one row.
select
  count(*) as groups,
  min(cohorts.units) as smallest,
  array_to_string(list(cohorts."group" order by cohorts."group")[1:5], ', ') as names,
  case when count(*) > 5 then 'more' else 'all' end as listed
from cohorts
inner join summary
  on summary.is_lead
  and cohorts.sex = summary.sex
  and cohorts.breakdown is not distinct from summary.breakdown
where cohorts.units < 5 and cohorts."group" <> 'always'
having count(*) > 0
