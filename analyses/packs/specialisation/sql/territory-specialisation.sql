-- How special the structure of each territory is. Reads: structures, location_quotient. Grain: territory, period, sex.
select
  s.*,
  s.krugman / 2 as specialisation_coefficient,
  (
    select sum(q.contributors)
    from location_quotient as q
    where q.territory = s.territory and q.sex = s.sex and q.period is not distinct from s.period
  ) as contributors
from structures as s
order by s.period, s.territory, case s.sex when 'F' then 1 when 'M' then 2 else 3 end
