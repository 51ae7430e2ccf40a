-- The newest period with a gap, in the chosen breakdown. Reads: gap, scope. Grain: territory.
select
  gap.*,
  scope.breakdown,
  women - men as women_ahead,
  case when women > men then 'women' when women < men then 'men' else 'equal' end as higher,
  case when certain is null then 'none' when certain then 'certain' else 'uncertain' end as certainty,
  row_number() over (order by difference is null, abs(difference) desc, territory) as place
from gap
join scope
  on gap.age is not distinct from scope.age
 and gap.category is not distinct from scope.category
 and gap.period = scope.last_period
order by place
