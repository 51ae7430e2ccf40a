-- What the curve says in words. Reads: latest, scope. Exactly one row.
with shown as (
  select *
  from latest
  where sex <> 'F-M' and gini is not null
  order by case sex when 'T' then 1 when 'F' then 2 else 3 end, sex
  limit 1
)
select
  case when scope.period = '' then 'none' else scope.period end as period,
  max(shown.gini) as gini,
  max(shown.s80_s20) as fifths,
  coalesce(max(shown.n), 0) as territories,
  coalesce(max(shown.sex), 'T') as sex
from scope
left join shown on true
group by scope.period
