-- The domain that is lowest in most territories. Reads: domain_scores, standing. At most one row.
with counted as (
  select weakest as domain, count(*) as territories from standing where weakest is not null group by weakest
),
middle as (
  select domain_scores.domain, median(domain_scores.score) as median_score
  from domain_scores
  join standing on standing.territory = domain_scores.territory and standing.period = domain_scores.period
  group by domain_scores.domain
)
select
  counted.domain, counted.territories, middle.median_score,
  (select count(*) from standing) as all_territories,
  (select min(period) from standing) as period
from counted
join middle on middle.domain = counted.domain
order by counted.territories desc, counted.domain
limit 1
