-- What the same method finds where nothing should be found. Reads: effect, time_placebo.
select
  effect.sex,
  coalesce(effect.breakdown, 'none') as breakdown,
  time_placebo.start,
  time_placebo.att as placebo,
  effect.att,
  case when abs(time_placebo.att) >= 0.5 * abs(effect.att) then 'large' else 'small' end as size
from effect
inner join time_placebo
  on effect.sex = time_placebo.sex and effect.breakdown is not distinct from time_placebo.breakdown
where effect.chosen
order by
  effect.breakdown nulls first,
  case effect.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  effect.sex
