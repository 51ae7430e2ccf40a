-- Gaps of the treated unit and of placebos that fitted at most five times as badly before; one panel a sex.
-- Reads: placebo_path, placebo. Grain: panel, unit, period.
with first_group as (select min(breakdown) as breakdown from placebo_path),
own as (select breakdown, sex, pre_rmspe from placebo where is_treated),
shown as (
  select placebo.breakdown, placebo.sex, placebo.unit
  from placebo
  inner join own on placebo.sex = own.sex and placebo.breakdown is not distinct from own.breakdown
  where placebo.is_treated or placebo.pre_rmspe <= 5 * own.pre_rmspe
)
select
  placebo_path.sex as panel,
  placebo_path.unit,
  placebo_path.period,
  case when placebo_path.is_treated then placebo_path.gap end as treated_gap,
  case when not placebo_path.is_treated then placebo_path.gap end as placebo_gap
from placebo_path
inner join shown
  on placebo_path.sex = shown.sex
  and placebo_path.unit = shown.unit
  and placebo_path.breakdown is not distinct from shown.breakdown
inner join first_group on placebo_path.breakdown is not distinct from first_group.breakdown
order by
  case panel when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  placebo_path.is_treated,
  placebo_path.unit,
  try_cast(placebo_path.period as double) nulls last,
  placebo_path.period
