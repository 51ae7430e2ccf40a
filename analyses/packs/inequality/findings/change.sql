-- First against last. Reads: path. A row for each sex.
select
  sex,
  min(period) as "first",
  max(period) as "last",
  arg_min(gini, period) as before,
  arg_max(gini, period) as after,
  case
    when arg_max(gini, period) > arg_min(gini, period) then 'rose'
    when arg_max(gini, period) < arg_min(gini, period) then 'fell'
    else 'same'
  end as direction,
  case
    when min(low) is null then 'none'
    when arg_max(low, period) > arg_min(high, period) or arg_max(high, period) < arg_min(low, period) then 'apart'
    else 'overlap'
  end as intervals
from path
group by sex
order by case sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, sex
