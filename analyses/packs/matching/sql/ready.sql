-- Units with the treatment as 0 or 1. Reads: units. Grain: unit, breakdown, sex.
-- `total` pooled adds women and men together as one sample, where the source has no total of its own.
with coded as (
  select * replace (
    cast(case
      when lower(cast(treated as varchar)) in ('1', '1.0', 'true', 't', 'yes', 'y', 'ano', 'tak', 'ja', 'treated') then 1
      when lower(cast(treated as varchar)) in ('0', '0.0', 'false', 'f', 'no', 'n', 'ne', 'nie', 'nein', 'control') then 0
    end as double) as treated
  )
  from units
)
select * from coded
where sex is not null or not exists (select 1 from coded where sex is not null)
union all
select * replace ('T' as sex)
from coded
where $total = 'pooled'
  and sex in ('F', 'M')
  and not exists (select 1 from coded where sex = 'T')
