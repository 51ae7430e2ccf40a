-- No mix of the others can be like the treated unit. Reads: design.
select sex, coalesce(breakdown, 'none') as breakdown, hull_distance as distance
from design
where hull_distance >= 0.25
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, cohort
