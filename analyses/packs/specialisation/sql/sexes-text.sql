-- What the third chart says in words. Reads: sexes, women_and_men, scope. Exactly one row.
with own as (
  select w.*
  from women_and_men as w
  join scope on w.period is not distinct from scope.period and w.territory = scope.territory
)
select
  scope.territory,
  scope.period_text as period,
  (select count(distinct activity) from sexes) as shown,
  (select count(*) from own where certainty = 'women') as women_more,
  (select count(*) from own where certainty = 'men') as men_more
from scope
