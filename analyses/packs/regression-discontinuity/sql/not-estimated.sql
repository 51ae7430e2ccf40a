-- Groups without an answer, and why. Reads: refused_raw. Grain: breakdown, sex.
select breakdown, sex, regexp_replace(reason, '^.*\.', '') as status
from refused_raw
order by breakdown, sex
