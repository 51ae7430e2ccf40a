-- Correlations both ways, so that the picture is a full square. Reads: correlations. Grain: a, b.
-- Beyond 40 indicators a square of small tiles cannot be read: the table has them.
with both_ways as (
  select a, b, correlation from correlations where correlation is not null
  union all
  select b, a, correlation from correlations where correlation is not null
)
select a, b, correlation
from both_ways
where (select count(distinct a) from both_ways) between 2 and 40
order by a, b
