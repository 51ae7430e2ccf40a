-- Too few territories for a slope to be trusted. Reads: judged. No row from twenty on.
select min(n) as territories
from judged
having min(n) < 20
