-- Whoever has no counterpart. Reads: support, decided. One row when more than one in twenty has none.
select support.only_a, support.only_b, decided.group_a, decided.group_b
from support, decided
where support.variable = 'all' and greatest(support.only_a, support.only_b) > 0.05
