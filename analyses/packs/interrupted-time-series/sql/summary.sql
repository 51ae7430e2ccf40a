-- The decision every sentence and chart keeps to. Reads: cumulative, diagnostics, coefficients, fit, long.
-- Grain: breakdown, sex.
with slope as (
  select breakdown, sex, estimate, low, high from coefficients where term = 'slope_change'
),
starts as (
  select breakdown, sex, min("at") as start from coefficients where term = 'step' group by breakdown, sex
),
groups as (
  select count(distinct coalesce(breakdown, '')) as breakdowns, count(distinct sex) as sexes from cumulative
)
select
  mean.breakdown, mean.sex,
  coalesce(mean.breakdown, 'none') as breakdown_word,
  case when groups.breakdowns > 1 then coalesce(mean.breakdown, '–') else mean.sex end as panel,
  -- One panel for each breakdown, or one for each sex.
  groups.breakdowns = 1
    or mean.sex = (
      select other.sex from cumulative as other
      where other.breakdown is not distinct from mean.breakdown
      order by case other.sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, other.sex
      limit 1
    ) as drawn,
  starts.start,
  mean.value, mean.low, mean.high, mean.certainty, mean.direction, mean.paired,
  mean.relative, mean.relative_low, mean.relative_high,
  mean.n as periods,
  whole.value as total_value, whole.low as total_low, whole.high as total_high,
  $family <> 'gaussian' as counts,
  -- The interval turned the way the sentence speaks.
  abs(mean.value) as size,
  case when mean.value >= 0 then mean.low else -mean.high end as size_low,
  case when mean.value >= 0 then mean.high else -mean.low end as size_high,
  abs(mean.relative) as relative_size,
  case
    when not exists (select 1 from long where arm = 'control') then 'none'
    when $control_design = 'auto' then case when $family = 'gaussian' then 'difference' else 'comparison' end
    else $control_design
  end as control,
  slope.estimate as slope, slope.low as slope_low, slope.high as slope_high,
  coalesce(slope.low > 0 or slope.high < 0, false) as slope_certain,
  diagnostics.periods_before, diagnostics.periods_after, diagnostics.periods_missing,
  coalesce(diagnostics.short, false) as short,
  coalesce(diagnostics.correlated, false) as correlated,
  coalesce(diagnostics.overdispersed, false) as overdispersed,
  diagnostics.dispersion, diagnostics.ljung_box_p, diagnostics.frequency
from cumulative as mean
cross join groups
left join cumulative as whole
  on whole.kind = 'sum' and whole.sex = mean.sex and whole.breakdown is not distinct from mean.breakdown
left join diagnostics on diagnostics.sex = mean.sex and diagnostics.breakdown is not distinct from mean.breakdown
left join slope on slope.sex = mean.sex and slope.breakdown is not distinct from mean.breakdown
left join starts on starts.sex = mean.sex and starts.breakdown is not distinct from mean.breakdown
where mean.kind = 'mean'
order by
  mean.breakdown, case mean.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, mean.sex
