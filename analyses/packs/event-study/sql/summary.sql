-- One decision object for sentences: a row for every group, with what each of them needs. Grain: breakdown, sex.
-- Reads: aggregate, fit, pre_test.
with leads as (
  select breakdown, sex
  from aggregate
  order by breakdown nulls first, case sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, sex
  limit 1
)
select
  aggregate.breakdown,
  aggregate.sex,
  aggregate.breakdown is not distinct from leads.breakdown and aggregate.sex = leads.sex as is_lead,
  aggregate.att,
  abs(aggregate.att) as size,
  aggregate.low,
  aggregate.high,
  aggregate.p,
  aggregate.certainty,
  aggregate.direction,
  $confidence as confidence,
  $estimator as estimator,
  $reference as reference,
  case
    when pre_test.p is null then 'unknown'
    when pre_test.p <= 1 - $confidence + 1e-12 then 'moved'
    else 'parallel'
  end as before,
  pre_test.p as before_p,
  pre_test.periods as before_effects,
  pre_test.event_time as before_time,
  fit.units,
  fit.groups as cohorts,
  fit.first_period,
  fit.last_period,
  fit.clusters,
  fit.treated_clusters,
  fit.control_clusters,
  fit.clustered,
  fit.control,
  fit.dropped
from aggregate
cross join leads
left join fit on fit.sex = aggregate.sex and fit.breakdown is not distinct from aggregate.breakdown
left join pre_test on pre_test.sex = aggregate.sex and pre_test.breakdown is not distinct from aggregate.breakdown
where aggregate.att is not null
order by
  aggregate.breakdown nulls first,
  case aggregate.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  aggregate.sex
