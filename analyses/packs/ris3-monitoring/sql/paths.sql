-- Values against the path to the target, for indicators with at least two years. Reads: history, shown. Grain: name, year.
with many as (
  select priority, indicator, sex
  from history
  where actual is not null and year is not null
  group by priority, indicator, sex
  having count(*) > 1
)
select s.name, h.year, h.actual, h.expected, s.priority, s.indicator, s.sex
from history as h
join many as m on m.priority = h.priority and m.indicator = h.indicator and m.sex = h.sex
join shown as s on s.priority = h.priority and s.indicator = h.indicator and s.sex = h.sex
where h.year is not null
order by s.progress - coalesce(s.expected_progress, 0), s.name, h.year
