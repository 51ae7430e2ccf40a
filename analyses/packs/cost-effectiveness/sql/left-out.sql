-- What is not in the answer and why. Reads: flows, selected. Grain: reason.
select reason, units::double as units, "rows"::double as "rows"
from (
  select 1 as turn, 'not-usable' as reason, count(distinct option) as units,
    count(*) - (select count(*) from selected) as "rows"
  from flows
  union all
  select 2, 'used', count(distinct option), count(*) from selected
)
where "rows" > 0 or reason = 'used'
order by turn
