-- Counts that vary more than Poisson's law says. Reads: summary.
select count(*) as groups, max(dispersion) as dispersion
from summary
where overdispersed
having count(*) > 0
