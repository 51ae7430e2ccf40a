-- The option with the highest net present value. Reads: result, summary. At most one row.
select
  result.option, result.direction, result.certainty, abs(result.npv) as size, result.low, result.high,
  result.bc_ratio,
  case when result.bc_ratio is null then 'none' else 'known' end as ratio,
  result.irr,
  case when result.irr is null then 'none' else 'known' end as internal,
  result.payback,
  case when result.payback is null then 'never' else 'known' end as back,
  summary.rate,
  summary.base_year,
  summary.options
from result
inner join summary on result.option = summary.option
where result.pv_benefit <> 0
