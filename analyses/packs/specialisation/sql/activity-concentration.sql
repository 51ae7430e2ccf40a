-- How gathered each activity is. Reads: places_of_activity, location_quotient. Grain: activity, period, sex.
select
  p.*,
  (
    select sum(q.contributors)
    from location_quotient as q
    where q.activity = p.activity and q.sex = p.sex and q.period is not distinct from p.period
  ) as contributors
from places_of_activity as p
order by p.period, p.activity, case p.sex when 'F' then 1 when 'M' then 2 else 3 end
