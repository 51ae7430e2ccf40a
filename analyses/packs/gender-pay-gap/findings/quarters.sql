-- Women among the lowest and the best paid quarter. Reads: quarters. One row.
select
  max(share_women) filter (where quarter = 1) as lowest,
  max(share_women) filter (where quarter = 4) as highest
from quarters
where "by" = 'all'
having max(share_women) filter (where quarter = 1) is not null and max(share_women) filter (where quarter = 4) is not null
