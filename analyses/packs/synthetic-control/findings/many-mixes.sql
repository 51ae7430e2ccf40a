-- Several mixes reproduce the treated unit equally well. Reads: design.
select sex, coalesce(breakdown, 'none') as breakdown, donors, pre_periods
from design
where inside_hull
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex, cohort
