-- Units of every sex; with the total pooled, all of them together once more. Reads: units.
-- Rows are persons or places, so women and men are two samples.
with own as (
  select * exclude (sex), coalesce(sex, 'T') as sex from units
),
pooled as (
  select * exclude (sex), 'T' as sex
  from own
  where $total = 'pooled'
    and sex in ('F', 'M')
    and not exists (
      select 1 from own as given where given.sex = 'T' and given.breakdown is not distinct from own.breakdown
    )
),
together as (
  select * from own
  union all by name
  select * from pooled
)
select *
from together
order by breakdown, sex, running, outcome, cluster, treatment, weight
