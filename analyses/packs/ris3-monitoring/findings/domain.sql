-- The domains that are largest against the whole, newest period. Reads: domain_size.
with newest as (
  select *
  from domain_size
  where period is not distinct from (select max(period) from domain_size)
    and sex = (select coalesce(max(case when sex = 'T' then 'T' end), min(sex)) from domain_size)
)
select
  priority, territory, coalesce(period, 'none') as period, value, share, coalesce(lq, 0) as lq,
  coalesce(share_women, 0) as share_women,
  case when share_women is null then 'none' else 'known' end as sexes
from newest
where value > 0
order by share desc, priority, territory
