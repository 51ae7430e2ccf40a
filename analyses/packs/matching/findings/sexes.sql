-- Women and men. Reads: effect. One row for each breakdown where both are there.
select
  women.estimate as women, men.estimate as men, abs(difference.estimate) as size,
  case when difference.estimate >= 0 then difference.low else -difference.high end as size_low,
  case when difference.estimate >= 0 then difference.high else -difference.low end as size_high,
  women.certainty as women_certainty, men.certainty as men_certainty, difference.certainty,
  case when difference.estimate > 0 then 'women' when difference.estimate < 0 then 'men' else 'equal' end as higher,
  coalesce(difference.breakdown, 'none') as breakdown,
  $confidence as confidence
from effect as difference
join effect as women
  on women.sex = 'F' and women.chosen and women.breakdown is not distinct from difference.breakdown
join effect as men
  on men.sex = 'M' and men.chosen and men.breakdown is not distinct from difference.breakdown
where difference.sex = 'F-M' and difference.chosen
order by difference.breakdown nulls first
