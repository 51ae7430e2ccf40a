-- Share of women in benefits and effects. Reads: by_sex. One row for each option.
select
  option,
  max(benefit_share) filter (where sex = 'F') as benefits,
  case when max(benefit_share) filter (where sex = 'F') is null then 'none' else 'known' end as money,
  max(effect_share) filter (where sex = 'F') as effects,
  case when max(effect_share) filter (where sex = 'F') is null then 'none' else 'known' end as reached
from by_sex
group by option
having count(distinct sex) = 2
order by option
