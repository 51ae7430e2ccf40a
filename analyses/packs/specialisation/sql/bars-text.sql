-- What the bars say in words. Reads: bars, scope. Exactly one row.
select
  scope.territory,
  scope.period_text as period,
  scope.sex,
  $rca_threshold as threshold,
  $confidence as confidence,
  count(bars.activity) as shown,
  count(*) filter (where bars.certainty = 'above') as above,
  count(*) filter (where bars.lq >= $rca_threshold) as more,
  count(*) filter (where bars.status = 'small-count') as small,
  coalesce(arg_max(bars.activity, bars.lq), '') as activity,
  max(bars.lq) as lq
from scope
left join bars on true
group by scope.territory, scope.period_text, scope.sex
