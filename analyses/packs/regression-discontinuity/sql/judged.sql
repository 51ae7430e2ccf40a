-- Estimates of women and men, to be compared as independent. Reads: estimate_raw. Grain: breakdown, part, key, sex.
select breakdown, 'estimate' as part, kind as "key", sex, estimate as value, se
from estimate_raw
where sex in ('F', 'M')
order by breakdown, "key", sex
