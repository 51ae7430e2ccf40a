-- One decision object for sentences: a row for every group, with what each of them needs. Grain: breakdown, sex.
-- Reads: aggregate, design, pre_test, event_study, bacon_summary, twfe.
with groups as (
  select *
  from aggregate
  where kind = 'group'
),
leads as (
  select breakdown, sex
  from groups
  order by breakdown nulls first, case sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, sex
  limit 1
)
select
  groups.breakdown,
  groups.sex,
  groups.breakdown is not distinct from leads.breakdown and groups.sex = leads.sex as is_lead,
  groups.att,
  abs(groups.att) as size,
  groups.low,
  groups.high,
  groups.p,
  groups.se,
  groups.certainty,
  groups.direction,
  $confidence as confidence,
  case when pre_test.p is null then 'unknown' when pre_test.p <= 1 - $confidence + 1e-12 then 'moved' else 'parallel' end as before,
  pre_test.p as before_p,
  pre_test.df as before_effects,
  design.holds_average,
  design.units,
  design.periods,
  design.first_period,
  design.last_period,
  design.treated_units,
  design.never_treated,
  design.groups as cohorts,
  design.clusters,
  design.treated_clusters,
  design.control_clusters,
  design.clustered,
  design.band_quality,
  twfe.estimate as twfe,
  case when twfe.status = 'ok' and twfe.p <= 1 - $confidence + 1e-12 then 'certain' else 'uncertain' end as twfe_certainty,
  (
    select sum(bacon_summary.weight)
    from bacon_summary
    where bacon_summary.kind in ('later-earlier', 'later-always')
      and bacon_summary.sex = groups.sex
      and bacon_summary.breakdown is not distinct from groups.breakdown
  ) as forbidden,
  (
    select count(distinct others.sex)
    from groups as others
    where others.sex <> 'F-M'
  ) as sexes
from groups
cross join leads
left join pre_test on pre_test.sex = groups.sex and pre_test.breakdown is not distinct from groups.breakdown
left join design on design.sex = groups.sex and design.breakdown is not distinct from groups.breakdown
left join twfe
  on twfe.sex = groups.sex
  and twfe.breakdown is not distinct from groups.breakdown
  and twfe.model = 'main'
  and twfe.term = 'treated'
order by groups.breakdown nulls first, case groups.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, groups.sex
