-- Contributions by variable and by category. Reads: detail. Grain: component, variable, part_of.
select variable, component, estimate, se, low, high, p, part_of, reference
from detail
