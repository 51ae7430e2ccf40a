-- Women against men in the whole. Reads: indicators. One row when both are there.
select
  women.arpr as women, men.arpr as men,
  abs(difference.arpr) as size,
  case when difference.arpr >= 0 then difference.arpr_low else -difference.arpr_high end as size_low,
  case when difference.arpr >= 0 then difference.arpr_high else -difference.arpr_low end as size_high,
  case when difference.arpr > 0 then 'women' when difference.arpr < 0 then 'men' else 'equal' end as higher,
  difference.certainty,
  $confidence as confidence
from indicators as difference
join indicators as women on women.territory = 'all' and women.sex = 'F'
join indicators as men on men.territory = 'all' and men.sex = 'M'
where difference.territory = 'all' and difference.sex = 'F-M' and difference.arpr is not null
