-- The answer by activity. Reads: parts. Grain: territory, activity, sex. What is nowhere is not listed.
select
  *,
  case when start > 0 then "end" / start - 1 end as growth
from parts
where status <> 'nowhere'
  and not (status in ('missing-territory', 'missing-reference') and start is null and "end" is null)
order by territory, activity, case sex when 'F' then 1 when 'M' then 2 else 3 end
