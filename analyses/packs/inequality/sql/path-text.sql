-- What the line says in words. Reads: path, scope. Exactly one row.
with one as (
  select *
  from path
  where sex = (select arg_min(sex, case sex when 'T' then 1 when 'F' then 2 else 3 end) from path)
)
select
  coalesce(min(one.period), '') as "first",
  coalesce(max(one.period), '') as "last",
  arg_min(one.gini, one.period) as before,
  arg_max(one.gini, one.period) as after,
  case
    when arg_max(one.gini, one.period) > arg_min(one.gini, one.period) then 'rose'
    when arg_max(one.gini, one.period) < arg_min(one.gini, one.period) then 'fell'
    else 'same'
  end as direction,
  count(distinct one.period) as periods
from scope
left join one on true
