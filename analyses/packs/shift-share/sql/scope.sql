-- The sex charts and sentences speak of, the periods, and the territory with the largest regional part.
-- Reads: totals. Always exactly one row.
with chosen as (
  select coalesce(max(case when sex = 'T' then 'T' end), min(sex), 'T') as sex from totals
)
select
  chosen.sex,
  (select min(from_period) from totals) as from_period,
  (select max(to_period) from totals) as to_period,
  coalesce(
    (
      select territory
      from totals
      where totals.sex = chosen.sex and regional is not null
      order by abs(regional + coalesce(allocation, 0)) desc, territory
      limit 1
    ),
    ''
  ) as territory
from chosen
