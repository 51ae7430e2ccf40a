-- Indicators of the chosen periods. Reads: indicators. Grain: territory, period, indicator.
select territory, period, indicator, women, men, level
from indicators
where territory is not null
  and period is not null
  and indicator is not null
  and ($periods = '' or list_contains(string_split($periods, chr(10)), period))
order by territory, period, indicator
