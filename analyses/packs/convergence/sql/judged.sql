-- What slopes and spreads say, decided once. Reads: beta_raw, tests. Grain: breakdown, sex, kind.
select
  coalesce(b.breakdown, '') as breakdown,
  b.sex,
  b.kind,
  b.estimate,
  b.low,
  b.high,
  b."lambda",
  b.half_life,
  b.n,
  b."first",
  b."last",
  b.status,
  case when b.estimate < 0 then 'catching_up' when b.estimate > 0 then 'drifting' else 'same' end as direction,
  case
    when b.low is null then 'none'
    when b.low > 0 or b.high < 0 then 'certain'
    else 'uncertain'
  end as certainty,
  tests.ratio,
  tests.pitman_p,
  tests.certainty as spread_certainty,
  case when tests.ratio > 1 then 'smaller' when tests.ratio < 1 then 'larger' else 'same' end as spread,
  row_number() over (
    order by b.breakdown nulls first,
      case b.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, b.sex,
      case b.kind when 'absolute' then 1 when 'weighted' then 2 else 3 end
  ) as place
from beta_raw as b
left join tests on tests.breakdown is not distinct from b.breakdown and tests.sex = b.sex
where b.sex <> 'F-M' and b.estimate is not null
order by place
