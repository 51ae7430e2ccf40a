-- The decision every sentence and chart keeps to. Reads: estimates, bandwidth, density, placebo, first_stage.
-- Grain: breakdown, sex.
with groups as (
  select count(distinct coalesce(breakdown, '')) as breakdowns from estimates
),
false_jumps as (
  select breakdown, sex, count(p) as tried, count(*) filter (where p < 0.05) as found
  from placebo
  group by breakdown, sex
)
select
  jump.breakdown, jump.sex,
  coalesce(jump.breakdown, 'none') as breakdown_word,
  case when groups.breakdowns > 1 then coalesce(jump.breakdown, '–') else jump.sex end as panel,
  -- One panel for each breakdown, or one for each sex.
  groups.breakdowns = 1
    or jump.sex = (
      select other.sex from estimates as other
      where other.breakdown is not distinct from jump.breakdown
      order by case other.sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, other.sex
      limit 1
    ) as drawn,
  jump.estimate, jump.low, jump.high, jump.certainty, jump.direction,
  abs(jump.estimate) as size,
  case when jump.estimate >= 0 then jump.low else -jump.high end as size_low,
  case when jump.estimate >= 0 then jump.high else -jump.low end as size_high,
  bandwidth.h_left, bandwidth.h_right, bandwidth.n_left, bandwidth.n_right,
  coalesce(bandwidth.status = 'few-near', false) as few_near,
  density.p as density_p,
  coalesce(density.p < 0.05, false) as bunched,
  case when density.difference > 0 then 'above' else 'below' end as bunched_side,
  coalesce(false_jumps.tried, 0) as placebos, coalesce(false_jumps.found, 0) as false_jumps,
  first.estimate as first_stage, first.z as first_z,
  first.estimate is not null as fuzzy
from estimates as jump
cross join groups
left join bandwidth on bandwidth.sex = jump.sex and bandwidth.breakdown is not distinct from jump.breakdown
left join density on density.sex = jump.sex and density.breakdown is not distinct from jump.breakdown
left join false_jumps on false_jumps.sex = jump.sex and false_jumps.breakdown is not distinct from jump.breakdown
left join first_stage as first
  on first.kind = 'conventional' and first.sex = jump.sex and first.breakdown is not distinct from jump.breakdown
where jump.kind = 'robust'
order by
  jump.breakdown,
  case jump.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, jump.sex
