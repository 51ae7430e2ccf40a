-- So few placebos that no effect could be called certain. Reads: effect. At most one row.
select max(smallest_p) as smallest_p, round(1 / max(smallest_p)) - 1 as placebos, $confidence as confidence
from effect
where chosen and sex <> 'F-M' and smallest_p > 1 - $confidence
having count(*) > 0
