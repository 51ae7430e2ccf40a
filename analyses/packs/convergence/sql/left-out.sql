-- Territories in and out, over all sexes and breakdowns. Reads: left_rows. Grain: reason.
select reason, sum(units) as units, sum("rows") as "rows"
from left_rows
group by reason
order by max(turn), reason
