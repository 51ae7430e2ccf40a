-- Jump of the share of the treated in a fuzzy design. Reads: first_stage_raw. Grain: breakdown, sex, kind.
select breakdown, sex, kind, estimate, se, low, high, z, p, status
from first_stage_raw
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex, case kind when 'conventional' then 1 when 'bias-corrected' then 2 else 3 end, kind
