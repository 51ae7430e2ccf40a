-- The newest period, from the best place. Reads: top_scores, ranks. Grain: territory.
-- How far a place can be relied on is decided here once, and every sentence and chart keeps to it: `narrow` when the
-- middle 90 % of the draws move the territory by at most a tenth of all places (at least 2).
with newest as (
  select max(period) as period from top_scores where score is not null
),
placed as (
  select
    top_scores.territory, top_scores.period, top_scores.score, top_scores."rank" as place,
    ranks.median, ranks.q5, ranks.q95,
    count(*) over () as units
  from top_scores
  join newest on newest.period is not distinct from top_scores.period
  left join ranks
    on ranks.territory = top_scores.territory and ranks.period is not distinct from top_scores.period
  where top_scores.score is not null
)
select
  *,
  q95 - q5 as width,
  greatest(2, units / 10.0) as allowed,
  case
    when q5 is null then 'none'
    when q95 - q5 <= greatest(2, units / 10.0) then 'narrow'
    else 'wide'
  end as certainty
from placed
order by place, territory
