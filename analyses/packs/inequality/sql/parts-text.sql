-- What the bars say in words. Reads: decomposition_raw, parts, scope. Exactly one row.
with one as (
  select d.*
  from decomposition_raw as d
  join scope on coalesce(d.breakdown, '') = scope.breakdown and coalesce(d.period, '') = scope.period
  order by case d.sex when 'T' then 1 when 'F' then 2 else 3 end, d.sex
  limit 1
)
select
  case when scope.period = '' then 'none' else scope.period end as period,
  max(one.between_share) as share,
  coalesce(max(one.groups), 0) as groups,
  case when coalesce(max(one.between_share), 0) > 0.5 then 'between' else 'inside' end as most,
  (select count(*) from parts) as bars
from scope
left join one on true
group by scope.period
