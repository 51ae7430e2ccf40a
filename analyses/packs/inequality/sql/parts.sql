-- Theil T of the last period: between groups, and what each group adds within; the ten largest and the rest together.
-- Reads: decomposition_raw, groups_raw, scope. Grain: part.
with who as (
  select arg_min(d.sex, case d.sex when 'T' then 1 when 'F' then 2 else 3 end) as sex
  from decomposition_raw as d
  join scope on coalesce(d.breakdown, '') = scope.breakdown and coalesce(d.period, '') = scope.period
),
inside as (
  select g."group" as part, g.contribution as theil,
    row_number() over (order by g.contribution desc, g."group") as place
  from groups_raw as g
  join scope on coalesce(g.breakdown, '') = scope.breakdown and coalesce(g.period, '') = scope.period
  join who on who.sex = g.sex
)
select part, theil
from (
  select 0 as turn, 'between' as part, d."between" as theil
  from decomposition_raw as d
  join scope on coalesce(d.breakdown, '') = scope.breakdown and coalesce(d.period, '') = scope.period
  join who on who.sex = d.sex
  union all
  select place, part, theil from inside where place <= 10
  union all
  select 11, 'rest', sum(theil) from inside where place > 10 having count(*) > 0
)
order by turn, part
