-- Who bears and who gains. Reads: by_sex_raw. Grain: option, sex.
select
  *,
  case when sum(pv_benefit) over (partition by option) > 0
    then pv_benefit / sum(pv_benefit) over (partition by option) end as benefit_share,
  case when sum(pv_effect) over (partition by option) > 0
    then pv_effect / sum(pv_effect) over (partition by option) end as effect_share
from by_sex_raw
order by option, sex
