-- The domain that is lowest in most territories. Reads: domain_scores, standing. At most one row.
with counted as (
  select weakest as domain, count(*) as territories from standing where weakest is not null group by weakest
)
select
  counted.domain, counted.territories,
  (select count(*) from standing) as all_territories,
  (select median(domain_scores.score) from domain_scores join standing using (territory, period)
   where domain_scores.domain = counted.domain) as median_score,
  (select min(period) from standing) as period
from counted
order by counted.territories desc, counted.domain
limit 1
