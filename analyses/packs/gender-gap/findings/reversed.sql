-- Territories where the gap goes the other way than in most. Reads: latest. One row when there are any.
with sides as (
  select
    count(*) filter (where higher = 'women') as women,
    count(*) filter (where higher = 'men') as men
  from latest
  where difference is not null
),
other as (
  select latest.*, case when sides.women > sides.men then 'men' else 'women' end as side
  from latest, sides
  where latest.difference is not null
    and sides.women <> sides.men
    and latest.higher = case when sides.women > sides.men then 'men' else 'women' end
)
select
  period, side as higher,
  count(*) as territories,
  count(certain) as intervals,
  count(*) filter (where certain) as clear,
  (select count(difference) from latest) as gaps,
  array_to_string(list(territory order by place)[1:5], ', ') as names,
  case when count(*) > 5 then 'more' else 'all' end as listed
from other
group by period, side
