-- What the chart says in words: its main_slope slope. Reads: shown, judged. Exactly one row.
with main_slope as (
  select judged.*
  from judged
  where exists (select 1 from shown where shown.term = judged.term and shown.sex = judged.sex)
  order by
    judged.breakdown,
    judged.turn, judged.term,
    case judged.sex when 'T' then 1 when 'F' then 2 else 3 end
  limit 1
)
select
  count(distinct shown.term) as terms,
  count(*) filter (where shown.low > 0 or shown.high < 0) as clear,
  count(*) as estimates,
  coalesce(max(main_slope.term), '') as term,
  coalesce(max(main_slope.direction), 'same') as direction,
  coalesce(max(main_slope.certainty), 'none') as certainty,
  coalesce(max(main_slope.sex), 'T') as sex,
  max(main_slope.estimate) as estimate,
  max(main_slope.low) as low,
  max(main_slope.high) as high
from shown
left join main_slope on true
