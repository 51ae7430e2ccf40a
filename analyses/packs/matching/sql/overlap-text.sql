-- What the third chart says in words. Reads: overlap_chart, decided. Exactly one row.
with sides as (
  select
    score_from,
    max(units) filter (where side = 'treated') as treated,
    max(units) filter (where side = 'control') as control
  from overlap_chart
  group by score_from
)
select
  decided.n_treated, decided.n_control,
  (select coalesce(sum(treated), 0) from sides where control = 0) as alone,
  (select coalesce(sum(treated), 0) from sides) as treated
from decided
