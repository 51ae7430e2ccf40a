-- The newest period from the best score. Reads: index, domain_scores. Grain: territory.
-- Whether the level or the gaps decide a place is settled here once: `moved` is the change of place when the level is
-- taken out.
with newest as (select max(period) as period from index where score is not null),
placed as (
  select
    index.territory, index.period, index.score, index.score_uncorrected as uncorrected,
    rank() over (order by index.score desc) as place,
    case
      when index.score_uncorrected is not null then rank() over (order by index.score_uncorrected desc nulls last)
    end as uncorrected_place,
    count(*) over () as territories
  from index
  join newest on newest.period = index.period
  where index.score is not null
),
lowest as (
  select
    domain_scores.territory,
    arg_min(domain_scores.domain, domain_scores.score) as weakest,
    min(domain_scores.score) as weakest_score
  from domain_scores
  join newest on newest.period = domain_scores.period
  where domain_scores.weight > 0
  group by domain_scores.territory
)
select placed.*, uncorrected_place - place as moved, lowest.weakest, lowest.weakest_score
from placed
left join lowest on lowest.territory = placed.territory
order by place, placed.territory
