-- What the third chart says in words. Reads: women_and_men, scope. Exactly one row.
with pairs as (
  select
    territory,
    max(mean_pci) filter (where sex = 'F') as women,
    max(mean_pci) filter (where sex = 'M') as men
  from women_and_men
  group by territory
)
select
  scope.period,
  count(*) filter (where pairs.women is not null and pairs.men is not null) as shown,
  count(*) filter (where pairs.women > pairs.men) as women_more,
  count(*) filter (where pairs.women < pairs.men) as men_more
from scope
left join pairs on true
group by scope.period
