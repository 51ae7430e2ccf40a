-- Where the work of women and men differs most in complexity. Reads: women_and_men.
with pairs as (
  select
    territory,
    max(mean_pci) filter (where sex = 'F') as women,
    max(mean_pci) filter (where sex = 'M') as men,
    max(share_complex) filter (where sex = 'F') as share_women,
    max(share_complex) filter (where sex = 'M') as share_men
  from women_and_men
  group by territory
)
select
  territory, women, men, share_women, share_men,
  case when women > men then 'women' else 'men' end as higher
from pairs
where women is not null and men is not null and women <> men
order by abs(women - men) desc, territory
