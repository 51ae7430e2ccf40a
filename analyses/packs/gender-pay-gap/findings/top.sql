-- Whether the gap widens towards the top. Reads: quantiles. One row.
with ends as (
  select
    max(relative_gap) filter (where quantile < 0.15) as bottom,
    max(relative_gap) filter (where quantile > 0.85) as top
  from quantiles
  where "by" = 'all'
)
select bottom, top, case when top > bottom then 'wider' when top < bottom then 'narrower' else 'same' end as direction
from ends
where bottom is not null and top is not null
