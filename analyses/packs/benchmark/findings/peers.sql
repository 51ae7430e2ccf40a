-- Who the peers are and how firm the choice is. Reads: neighbours, stability. One row.
select
  $territory as territory,
  count(*) as peers,
  string_agg(territory, ', ' order by rank) filter (where rank <= 5) as names,
  (select coalesce(avg(share), 1) from stability) as overlap,
  (select coalesce(arg_min(indicator, share), '') from stability where share is not null) as weakest,
  case when (select coalesce(avg(share), 1) from stability) >= 0.8 then 'firm' else 'loose' end as firmness
from neighbours
having count(*) > 0
