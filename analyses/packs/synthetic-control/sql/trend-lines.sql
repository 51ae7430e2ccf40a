-- Lines of the treated unit and its synthetic twin; one panel a sex, or a cohort where starts differ.
-- Reads: path, design. Grain: panel, period.
with cohorts as (select count(distinct cohort) as n from design),
first_group as (select min(breakdown) as breakdown from path),
lead_sex as (
  select sex from path
  order by case sex when 'T' then 1 when 'F' then 2 when 'M' then 3 else 4 end, sex
  limit 1
)
select
  case when cohorts.n > 1 then path.cohort else path.sex end as panel,
  path.period,
  path.treated,
  path.synthetic,
  path.gap,
  path.cohort as start
from path, cohorts, first_group, lead_sex
where path.breakdown is not distinct from first_group.breakdown
  and (cohorts.n = 1 or path.sex = lead_sex.sex)
order by
  case panel when 'F' then '1' when 'M' then '2' when 'T' then '3' else '4' || panel end,
  try_cast(path.period as double) nulls last,
  path.period
