-- Women and men by the complexity of their work, widest apart first. Reads: women_and_men. Grain: territory, sex.
with pairs as (
  select
    territory,
    max(mean_pci) filter (where sex = 'F') as women,
    max(mean_pci) filter (where sex = 'M') as men
  from women_and_men
  group by territory
),
shown as (
  select *, abs(women - men) as apart
  from pairs
  where women is not null and men is not null
  order by apart desc, territory
  limit 30
)
select
  w.territory, w.sex, w.mean_pci,
  least(shown.women, shown.men) as "from",
  greatest(shown.women, shown.men) as "to",
  w.period
from women_and_men as w
join shown on shown.territory = w.territory
where w.sex in ('F', 'M')
order by shown.apart desc, w.territory, w.sex
