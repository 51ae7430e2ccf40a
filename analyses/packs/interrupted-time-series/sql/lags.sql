-- Bars of the residuals' autocorrelation. Reads: residual_correlation, summary. Grain: panel, lag.
select summary.panel, residual_correlation.lag, residual_correlation.acf, residual_correlation.low, residual_correlation.high
from residual_correlation
join summary
  on summary.sex = residual_correlation.sex and summary.breakdown is not distinct from residual_correlation.breakdown
where summary.drawn
order by
  residual_correlation.breakdown,
  case residual_correlation.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end,
  residual_correlation.sex, residual_correlation.lag
