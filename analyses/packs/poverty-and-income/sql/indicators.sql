-- The whole and each territory, women, men, total and women minus men. Reads: judged. Grain: territory, sex.
select
  territory, sex,
  arpr, arpr_se, arpr_low, arpr_high,
  s80_s20, s80_s20_se, s80_s20_low, s80_s20_high,
  median_gap, median_gap_se, median_gap_low, median_gap_high,
  gini, gini_se, gini_low, gini_high,
  threshold, n, people,
  median, median_low, median_high, mean,
  arpr_40, arpr_50, arpr_60, arpr_70,
  certainty, status
from judged
where "by" = 'all'
order by territory <> 'all', territory, list_position(['F', 'M', 'T', 'F-M'], sex)
