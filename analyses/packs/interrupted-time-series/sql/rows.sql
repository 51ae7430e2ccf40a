-- Rows of the model: the treated and the comparison series of every sex. Reads: series.
-- Grain: breakdown, sex, period, arm. F-M is the difference row by row where the model is linear in the value;
-- elsewhere the two effects are compared afterwards as independent.
with own as (
  select breakdown, coalesce(sex, 'T') as sex, period, value, exposure, control, control_exposure
  from series
  where period is not null
),
made as (
  select
    breakdown, 'T' as sex, period,
    case
      when $total = 'sum' then sum(value)
      when count(exposure) = 2 then sum(value * exposure) / nullif(sum(exposure), 0)
      else avg(value)
    end as value,
    sum(exposure) as exposure,
    case
      when count(control) < 2 then null
      when $total = 'sum' then sum(control)
      when count(coalesce(control_exposure, exposure)) = 2
        then sum(control * coalesce(control_exposure, exposure)) / nullif(sum(coalesce(control_exposure, exposure)), 0)
      else avg(control)
    end as control,
    sum(control_exposure) as control_exposure
  from own
  where sex in ('F', 'M')
    and $total <> 'given'
    and not exists (
      select 1 from own as given where given.sex = 'T' and given.breakdown is not distinct from own.breakdown
    )
  group by breakdown, period
  having count(value) = 2 and count(*) = 2
),
differences as (
  select
    women.breakdown, 'F-M' as sex, women.period,
    women.value - men.value as value,
    cast(null as double) as exposure,
    women.control - men.control as control,
    cast(null as double) as control_exposure
  from own as women
  join own as men
    on men.period = women.period
   and men.breakdown is not distinct from women.breakdown
   and women.sex = 'F' and men.sex = 'M'
  where $family = 'gaussian'
    and not ($control_design = 'ratio' and women.control is not null)
),
everything as (
  select * from own
  union all by name
  select * from made
  union all by name
  select * from differences
),
stacked as (
  select breakdown, sex, period, 'treated' as arm, value, exposure from everything
  union all
  select breakdown, sex, period, 'control', control, control_exposure from everything where control is not null
)
select breakdown, sex, period, arm, value, exposure
from stacked
order by breakdown, sex, period, arm
