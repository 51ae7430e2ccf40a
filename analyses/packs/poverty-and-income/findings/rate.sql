-- How many live below the threshold. Reads: indicators. One row.
select
  arpr, arpr_low as low, arpr_high as high, certainty,
  100 * $threshold as percent_of_median, threshold, n, $confidence as confidence
from indicators
where territory = 'all' and sex = 'T' and arpr is not null
