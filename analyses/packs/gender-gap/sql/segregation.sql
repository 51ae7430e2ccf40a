-- How differently women and men are spread over the categories. Reads: duncan, karmel, share. Grain: period, age.
with judged as (
  select
    share.*,
    duncan.value as d,
    karmel.value as k,
    case
      when share.women > 0 and share.women < $smallest_cell then 'suppressed'
      when share.men > 0 and share.men < $smallest_cell then 'suppressed'
      when duncan.value is null then 'empty-group'
      else 'ok'
    end as status
  from share
  join duncan on duncan.period = share.period and duncan.age is not distinct from share.age
  join karmel on karmel.period = share.period and karmel.age is not distinct from share.age
)
select
  period,
  case when status <> 'suppressed' then d end as duncan,
  case when status <> 'suppressed' then k end as karmel_maclachlan,
  case when status <> 'suppressed' then value end as share_women,
  status,
  age,
  categories,
  case
    when status = 'suppressed' or value is null then null
    when value < $balance then 'few-women'
    when value > 1 - $balance then 'few-men'
    else 'balanced'
  end as share_band
from judged
order by period, age
