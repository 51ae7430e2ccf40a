-- What a referee asks about the residuals. Reads: diagnostics_raw. Grain: breakdown, sex.
select
  breakdown, sex, frequency, periods_before, periods_after, periods_missing, mean_before, mean_after,
  durbin_watson, ljung_box, ljung_box_lags, ljung_box_p, dispersion, degrees, rho, newey_west_lag,
  periods_before < 12 or periods_after < 12 as short,
  ljung_box_p < 0.05 and $errors = 'ols' as correlated,
  $family = 'poisson' and dispersion > 1.5 as overdispersed,
  'ok' as status
from diagnostics_raw
order by breakdown, case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end, sex
