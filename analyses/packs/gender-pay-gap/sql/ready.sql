-- Workers with a weight (1 where no weight is bound). Reads: workers. Grain: worker.
select * replace (
  coalesce(weight, case when not exists (select 1 from workers where weight is not null) then 1 end) as weight
)
from workers
