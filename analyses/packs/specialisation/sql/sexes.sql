-- Women's and men's quotients of one territory, widest apart first. Reads: location_quotient, women_and_men, scope.
-- Grain: activity, sex.
with shown as (
  select w.activity, w.lq_women, w.lq_men, abs(w.lq_women - w.lq_men) as apart
  from women_and_men as w
  join scope on w.period is not distinct from scope.period and w.territory = scope.territory
  where w.lq_women is not null and w.lq_men is not null
  order by apart desc, w.activity
  limit 20
)
select
  q.activity, q.sex, q.lq,
  least(shown.lq_women, shown.lq_men) as "from",
  greatest(shown.lq_women, shown.lq_men) as "to",
  q.territory, q.period
from location_quotient as q
join scope on q.period is not distinct from scope.period and q.territory = scope.territory
join shown on shown.activity = q.activity
where q.sex in ('F', 'M')
order by shown.apart desc, q.activity, q.sex
