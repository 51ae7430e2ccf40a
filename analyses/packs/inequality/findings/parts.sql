-- How much lies between the groups. Reads: decomposition_raw, scope. A row for each sex.
select
  d.sex,
  coalesce(d.period, 'none') as period,
  d.between_share as share,
  d.groups
from decomposition_raw as d
join scope on coalesce(d.breakdown, '') = scope.breakdown and coalesce(d.period, '') = scope.period
where d.between_share is not null
order by case d.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, d.sex
