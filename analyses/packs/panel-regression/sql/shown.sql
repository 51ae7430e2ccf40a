-- Slopes with intervals for the chart: the first breakdown, at most twelve terms. Reads: judged. Grain: sex, term.
with one as (
  select *, dense_rank() over (order by turn, term) as term_place
  from judged
  where breakdown = (select min(breakdown) from judged) and sex in ('F', 'M', 'T') and low is not null
)
select term, sex, estimate, low, high
from one
where term_place <= 12
order by term_place, case sex when 'F' then 1 when 'M' then 2 else 3 end
