-- Is there a pattern at all? Reads: decision. One row.
select value, expected, p, z, areas, direction, certainty, permutations, $level as level
from decision
