-- Rows to evaluate, by breakdown and sex. Reads: panel. Grain: breakdown, sex, unit, period.
-- A total that is not in the data is made only when asked for; covariates of a made total are those of women.
with given as (
  select * replace (coalesce(sex, 'T') as sex)
  from panel
  where unit is not null and period is not null
),
made as (
  select women.* replace (
    'T' as sex,
    case
      when $total = 'sum' then women.outcome + men.outcome
      when women.weight + men.weight > 0
        then (women.outcome * women.weight + men.outcome * men.weight) / (women.weight + men.weight)
      else (women.outcome + men.outcome) / 2
    end as outcome,
    women.weight + men.weight as weight
  )
  from given as women
  inner join given as men
    on women.unit = men.unit
    and women.period = men.period
    and women.breakdown is not distinct from men.breakdown
  where women.sex = 'F'
    and men.sex = 'M'
    and $total <> 'given'
    and not exists (select 1 from given where given.sex = 'T')
)
select * replace (case when $cluster = 'cluster' then "cluster" end as "cluster")
from (select * from given union all select * from made)
order by breakdown nulls first, sex, unit, period
