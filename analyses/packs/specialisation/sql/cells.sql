-- Rows the run is about. Reads: activity. Grain: territory, activity, period, sex.
-- A list comes as one text, an item to a line. Without a column of sexes everything is the total (T). A total of women
-- and men is made only when it is asked for and the data have none.
with marked as (
  select
    territory, activity, period, value, establishments, contributors, largest, second,
    case when (select count(sex) from activity) = 0 then 'T' else sex end as sex
  from activity
  where territory is not null
    and activity is not null
    and ($periods = '' or list_contains(string_split($periods, chr(10)), period))
),
known as (
  select * from marked where sex in ('F', 'M', 'T')
),
made as (
  select
    territory, activity, period,
    case when count(value) = count(*) then sum(value) end as value,
    case when count(establishments) = count(*) then max(establishments) end as establishments,
    -- How many there are of both together is not known: a firm of women and men would count twice.
    cast(null as double) as contributors, cast(null as double) as largest, cast(null as double) as second,
    'T' as sex
  from known
  where $total = 'sum' and not exists (select 1 from known where sex = 'T')
  group by territory, activity, period
)
select territory, activity, period, sex, value, establishments, contributors, largest, second from known
union all
select territory, activity, period, sex, value, establishments, contributors, largest, second from made
order by period, sex, territory, activity
