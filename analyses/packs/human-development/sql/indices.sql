-- The indices with their places. Reads: measured. Grain: territory, period. Places count within a period; equal values share one.
-- The groups of the GDI are UNDP's: how far women and men are from parity, in steps of 2.5 per cent.
select
  territory, period, hdi,
  case when hdi is not null then (rank() over (partition by period order by hdi desc nulls last))::double end as hdi_rank,
  hdi_women, hdi_men, gdi,
  case
    when gdi is null then null
    when abs(gdi - 1) < 0.025 then 1
    when abs(gdi - 1) < 0.05 then 2
    when abs(gdi - 1) < 0.075 then 3
    when abs(gdi - 1) < 0.1 then 4
    else 5
  end::double as gdi_group,
  ihdi, loss, inequality_coefficient, gii,
  case when gii is not null then (rank() over (partition by period order by gii nulls last))::double end as gii_rank,
  life_index, education_index, income_index,
  case
    when hdi is null and gdi is null and gii is null then 'no-index'
    when hdi is null or gdi is null or ihdi is null or gii is null then 'partly'
    else 'ok'
  end as status
from measured
order by territory, period
