-- Two-way variances that came out negative in some direction. Reads: fitted.
select count(*) as groups
from fitted
where mended
having count(*) > 0
