-- Gaps between women and men that grow. Reads: women_and_men. The largest growth first.
select
  priority, indicator, coalesce(year, 'none') as year, women, men,
  abs(difference) as size, abs(baseline_difference) as before, trend
from women_and_men
where status = 'ok' and trend in ('narrowing', 'widening')
order by case trend when 'widening' then 1 else 2 end, abs(abs(difference) - abs(baseline_difference)) desc, priority, indicator
