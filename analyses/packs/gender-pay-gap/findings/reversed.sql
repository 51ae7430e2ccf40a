-- Categories in which women certainly earn more. Reads: gap. One row when there are any.
select count(*) as categories, array_to_string(list(category order by relative_gap, category)[1:5], ', ') as names
from gap
where "by" <> 'all' and relative_gap < 0 and certainty = 'certain'
having count(*) > 0
