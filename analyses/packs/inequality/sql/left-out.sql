-- Rows in and out, over all sexes, breakdowns and periods. Reads: left_rows. Grain: reason.
select reason, sum(units) as units, sum("rows") as "rows"
from left_rows
group by reason
order by case reason when 'missing' then 1 when 'no-population' then 2 else 3 end, reason
