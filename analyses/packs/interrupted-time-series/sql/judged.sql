-- Estimates of women and men that are compared as independent: where no F-M series was fitted.
-- Reads: coefficients_raw, effect_raw, total_raw. Grain: breakdown, part, key, sex.
with parts as (
  select breakdown, sex, 'coefficient' as part, term as "key", estimate as value, se from coefficients_raw
  union all
  select breakdown, sex, 'effect', cast(horizon as bigint)::varchar, value, se from effect_raw
  union all
  select breakdown, sex, 'effect-relative', cast(horizon as bigint)::varchar, relative, relative_se from effect_raw
  union all
  select breakdown, sex, 'total', kind, value, se from total_raw
  union all
  select breakdown, sex, 'total-relative', kind, relative, relative_se from total_raw
)
select breakdown, part, "key", sex, value, se
from parts
where sex in ('F', 'M')
  and not exists (
    select 1 from total_raw
    where total_raw.sex = 'F-M' and total_raw.breakdown is not distinct from parts.breakdown
  )
order by breakdown, part, "key", sex
