-- The newest period in the sex sentences speak of. Reads: location_quotient, scope. Grain: territory, activity.
select q.*, scope.period_text
from location_quotient as q
join scope on q.period is not distinct from scope.period and q.sex = scope.sex
order by q.territory, q.activity
