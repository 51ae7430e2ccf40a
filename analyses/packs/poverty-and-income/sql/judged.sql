-- What can be said of each group. Reads: measured. Grain: territory, by, category, sex.
-- Eurostat marks results from 20 to 49 persons as unreliable and does not publish those from fewer.
select
  *,
  case
    when arpr_low is null then 'none'
    when sex <> 'F-M' then 'interval'
    when arpr_low > 0 or arpr_high < 0 then 'certain'
    else 'uncertain'
  end as certainty,
  case
    when gini is null then 'no-income'
    when s80_s20 is null then 'no-fifths'
    when median_gap is null then 'no-poor'
    when n < 20 then 'very-few'
    when n < 50 then 'few'
    else 'ok'
  end as status
from measured
