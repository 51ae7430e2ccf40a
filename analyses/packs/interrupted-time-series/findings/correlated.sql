-- Residuals that follow each other. Reads: summary.
select count(*) as groups, min(ljung_box_p) as p
from summary
where correlated
having count(*) > 0
