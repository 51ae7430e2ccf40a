-- One territory's activities: how related, how complex, how large. Reads: opportunities, scope. Grain: activity.
-- The most complex candidates first, then what is there, then the rest.
select
  o.activity, o.density, o.pci, o.value, o.rca, o.entry,
  case
    when o.entry = 'candidate' and row_number() over (partition by o.entry order by o.density desc, o.activity) <= 12
      then o.activity
  end as label,
  o.territory
from opportunities as o
join scope on o.territory = scope.territory
where o.pci is not null and o.density is not null
order by case o.entry when 'candidate' then 1 when 'has' then 2 else 3 end, o.pci desc, o.activity
