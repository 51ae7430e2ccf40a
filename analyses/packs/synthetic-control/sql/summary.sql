-- What the charts say in words: the chosen estimate of the total, or of women where there is none. Exactly one row.
-- Reads: effect, design, path, weights, placebo.
with lead_group as (
  select breakdown, sex
  from effect
  where chosen and sex <> 'F-M'
  order by breakdown nulls first, case sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, sex
  limit 1
),
main as (
  select effect.*
  from effect
  inner join lead_group
    on effect.sex = lead_group.sex and effect.breakdown is not distinct from lead_group.breakdown
  where effect.chosen
),
mine as (
  select design.*
  from design
  inner join lead_group
    on design.sex = lead_group.sex and design.breakdown is not distinct from lead_group.breakdown
),
own as (
  select placebo.*
  from placebo
  inner join lead_group
    on placebo.sex = lead_group.sex and placebo.breakdown is not distinct from lead_group.breakdown
)
select
  main.estimator,
  main.att,
  abs(main.att) as size,
  main.low,
  main.high,
  main.p,
  main.certainty,
  main.direction,
  main.sex as lead_sex,
  main.breakdown as lead_breakdown,
  coalesce(main.breakdown, 'none') as breakdown,
  $confidence as confidence,
  (select count(*) from mine) as cohorts,
  coalesce((select min(cohort) from mine), '') as start,
  (select sum(units) from mine) as treated_units,
  (select max(donors) from mine) as donors,
  (select max(pre_periods) from mine) as pre_periods,
  coalesce((select max(unit) from own where is_treated and (select sum(units) from mine) = 1), '') as unit,
  (select count(*) from own where not is_treated) as placebos,
  coalesce((select max("rank") from own where is_treated), 0) as "rank",
  (
    select count(*)
    from weights
    inner join lead_group
      on weights.sex = lead_group.sex and weights.breakdown is not distinct from lead_group.breakdown
    where weights.weight >= 0.001
  ) as carrying,
  (select count(distinct sex) from effect where sex <> 'F-M') as sexes,
  (select count(*) from path) as points
from main
