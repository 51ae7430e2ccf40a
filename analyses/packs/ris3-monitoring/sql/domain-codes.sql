-- What each code of a domain catches in the data. Reads: entries, matches, unread, names. Grain: priority, nace.
with found as (
  select
    e.priority, e.nace,
    count(m.activity) filter (where m.fit in ('inside', 'part')) as activities,
    count(m.activity) filter (where m.fit = 'coarser') as coarser,
    array_to_string(list(m.activity order by m.activity) filter (where m.fit in ('inside', 'part')), ', ') as listed
  from entries as e
  left join matches as m on m.priority = e.priority and m.nace = e.nace
  group by e.priority, e.nace
),
shared as (
  select a.priority, a.nace, array_to_string(list(distinct b.priority order by b.priority), ', ') as shared_with
  from matches as a
  join matches as b on b.activity = a.activity and b.priority <> a.priority and a.fit <> 'coarser' and b.fit <> 'coarser'
  group by a.priority, a.nace
)
select
  f.priority, f.nace, f.activities, f.listed, s.shared_with,
  case
    when exists (select 1 from unread as u where u.priority = f.priority and u.nace = f.nace) then 'unread'
    when (select count(*) from names) = 0 then 'no-data'
    when f.activities > 0 and s.shared_with is not null then 'double-counted'
    when f.activities > 0 then 'counted'
    when f.coarser > 0 then 'partly'
    else 'not-found'
  end as status
from found as f
left join shared as s on s.priority = f.priority and s.nace = f.nace
order by f.priority, f.nace
