-- The other estimators on the same data. Reads: effect. One row for each group.
select
  effect.sex,
  coalesce(effect.breakdown, 'none') as breakdown,
  max(effect.att) filter (where effect.estimator = 'sc') as sc,
  max(effect.att) filter (where effect.estimator = 'sdid') as sdid,
  max(effect.att) filter (where effect.estimator = 'did') as did,
  case
    when min(sign(effect.att)) < 0 and max(sign(effect.att)) > 0 then 'apart'
    else 'alike'
  end as signs
from effect
where effect.sex <> 'F-M' and effect.estimator in ('sc', 'sdid', 'did')
group by effect.sex, effect.breakdown
order by
  effect.breakdown nulls first,
  case effect.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  effect.sex
