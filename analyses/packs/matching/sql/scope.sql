-- The one group that charts and the first sentences speak of: everybody, else women, else men, of the first breakdown.
-- Reads: effect. Exactly one row.
select breakdown, sex
from effect
where status = 'ok' and sex <> 'F-M'
order by breakdown nulls first, list_position(['T', 'F', 'M'], sex) nulls last, sex
limit 1
