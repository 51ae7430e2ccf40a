-- How large each domain is. Reads: counted, matches, widest. Grain: priority, territory, period, sex.
-- An activity counts once in a domain, and one that is part of a wider one of the same domain not at all. The whole is
-- the row called total where there is one, else all activities that are part of no other.
with inside as (
  select distinct priority, activity from matches where fit = 'inside'
),
wholes as (
  select
    territory, period, sex,
    coalesce(
      max(value) filter (
        where lower(activity) in ('total', 'total_', '_t', 'all', 'celkem', 'celkom', 'ogółem', 'ogolem', 'razem', 'insgesamt')
      ),
      sum(value) filter (where activity in (select activity from widest))
    ) as total
  from counted
  group by territory, period, sex
),
sizes as (
  select
    i.priority, c.territory, c.period, c.sex,
    sum(c.value) as value,
    count(*) - count(c.value) as missing
  from counted as c
  join inside as i on i.activity = c.activity
  group by i.priority, c.territory, c.period, c.sex
),
everywhere as (
  select priority, period, sex, sum(value) as value from sizes group by priority, period, sex
),
everything as (
  select period, sex, sum(total) as total from wholes group by period, sex
),
sexes as (
  select
    priority, territory, period,
    sum(value) filter (where sex = 'F') as women,
    sum(value) filter (where sex = 'M') as men
  from sizes
  group by priority, territory, period
)
select
  s.priority, s.territory, s.period, s.sex, s.value, w.total,
  case when w.total > 0 then s.value / w.total end as share,
  case when e.total > 0 then v.value / e.total end as reference_share,
  case when w.total > 0 and v.value > 0 then (s.value / w.total) / (v.value / e.total) end as lq,
  case when x.women + x.men > 0 then x.women / (x.women + x.men) end as share_women,
  case when s.missing > 0 then 'partly' else 'ok' end as status
from sizes as s
join wholes as w on w.territory = s.territory and w.period is not distinct from s.period and w.sex = s.sex
join everywhere as v on v.priority = s.priority and v.period is not distinct from s.period and v.sex = s.sex
join everything as e on e.period is not distinct from s.period and e.sex = s.sex
join sexes as x on x.priority = s.priority and x.territory = s.territory and x.period is not distinct from s.period
order by s.priority, s.territory, s.period, case s.sex when 'F' then 1 when 'M' then 2 else 3 end
