-- Flows whose internal rate misleads. Reads: result.
select option, case status when 'several-rates' then 'many' else 'one' end as found, irr_roots as rates
from result
where status in ('several-rates', 'several-signs')
order by option
