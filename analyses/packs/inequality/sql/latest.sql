-- The last period, decided once: whether women and men differ. Reads: measures_raw, scope. Grain: sex.
select
  m.*,
  case when m.gini_low is null then 'none' when m.gini_low > 0 or m.gini_high < 0 then 'certain' else 'uncertain' end
    as certainty,
  case when m.gini > 0 then 'women' when m.gini < 0 then 'men' else 'same' end as more,
  case m.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 when 'F-M' then 4 else 5 end as turn
from measures_raw as m
join scope on coalesce(m.breakdown, '') = scope.breakdown and coalesce(m.period, '') = scope.period
order by turn, m.sex
