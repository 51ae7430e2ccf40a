-- Domains of the newest period: the best territory against the range of all. Reads: domain_scores, standing.
-- Grain: domain. One territory alone has no range, and its scores stand by themselves.
with shown as (
  select domain_scores.*
  from domain_scores
  join standing
    on standing.territory = domain_scores.territory and standing.period = domain_scores.period
  where domain_scores.score is not null and domain_scores.weight > 0
),
best as (select territory from standing where place = 1 order by territory limit 1)
select
  shown.domain,
  min(shown.score) as low,
  max(shown.score) as high,
  min(shown.score) filter (where shown.territory = best.territory) as score,
  min(shown.score_uncorrected) filter (where shown.territory = best.territory) as score_uncorrected,
  min(best.territory) as territory
from shown, best
group by shown.domain
order by score desc nulls last, shown.domain
