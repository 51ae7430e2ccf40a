-- What the first chart says in words. Reads: summary, lines. Exactly one row.
with chosen as (
  select *
  from summary
  where sex <> 'F-M'
  order by case sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, sex, breakdown
  limit 1
)
select
  start, $confidence as confidence, certainty, direction,
  case when sex in ('F', 'M', 'T') then sex else 'other' end as sex,
  breakdown_word as breakdown,
  size, counts, coalesce(relative_size, 0) as relative_size,
  case when relative is null then 'no' else 'yes' end as has_relative,
  (select count(distinct panel) from lines) as panels,
  (select count(*) from summary where drawn and certainty = 'certain' and sex <> 'F-M') as certain_panels,
  periods_before, periods_after, control
from chosen
