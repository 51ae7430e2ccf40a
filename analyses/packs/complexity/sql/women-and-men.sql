-- How complex the activities are in which women and men work. Reads: chosen, activities_raw. Grain: territory, sex.
-- Complex: above the mean of all activities (0).
with people as (
  select c.territory, c.period, c.sex, c.value, a.pci
  from chosen as c
  join activities_raw as a on a.activity = c.activity
  where c.value is not null
)
select
  territory, sex,
  sum(value) as value,
  case when sum(value) filter (where pci is not null) > 0
    then sum(value * pci) / sum(value) filter (where pci is not null) end as mean_pci,
  case when sum(value) filter (where pci is not null) > 0
    then coalesce(sum(value) filter (where pci > 0), 0) / sum(value) filter (where pci is not null) end as share_complex,
  case when coalesce(sum(value) filter (where pci is not null), 0) > 0 then 'ok' else 'empty-group' end as status,
  max(period) as period
from people
group by territory, sex
order by territory, case sex when 'F' then 1 when 'M' then 2 else 3 end
