-- The synthetic twin misses the treated unit before the start by as much as the effect. Reads: effect.
select sex, coalesce(breakdown, 'none') as breakdown, pre_rmspe, abs(att) as size
from effect
where chosen and sex <> 'F-M' and pre_rmspe > abs(att)
order by breakdown nulls first, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
