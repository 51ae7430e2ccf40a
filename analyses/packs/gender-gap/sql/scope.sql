-- One breakdown for charts and sentences: the one for all ages and categories where there is one, else the one with
-- most gaps. Reads: gap. Always exactly one row.
with breakdowns as (
  select
    age,
    category,
    count(difference) as gaps,
    min(period) filter (where difference is not null) as first_period,
    max(period) filter (where difference is not null) as last_period,
    lower(coalesce(age, 'total')) in ('total', '_t', 't', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem')
      and lower(coalesce(category, 'total')) in ('total', '_t', 't', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem') as everybody
  from gap
  group by age, category
)
select age, category, gaps, first_period, last_period, coalesce(concat_ws(', ', age, category), '') as breakdown
from breakdowns
order by gaps > 0 desc, everybody desc, gaps desc, age nulls first, category nulls first
limit 1
