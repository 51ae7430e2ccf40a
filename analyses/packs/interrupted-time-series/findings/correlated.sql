-- Residuals that follow each other. Reads: summary.
select count(*) as groups
from summary
where correlated
having count(*) > 0
