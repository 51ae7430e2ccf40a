-- The gap of the whole. Reads: gap. One row.
select
  women, men, abs(relative_gap) as size, n_women, n_men,
  case when relative_gap >= 0 then low else -high end as size_low,
  case when relative_gap >= 0 then high else -low end as size_high,
  case when relative_gap > 0 then 'less' when relative_gap < 0 then 'more' else 'equal' end as direction,
  certainty, $statistic as statistic, $confidence as confidence
from gap
where "by" = 'all' and relative_gap is not null
