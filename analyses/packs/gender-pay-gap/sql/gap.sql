-- The gap of the whole and of each category. Reads: measured. Grain: by, category.
-- The interval is that of the ratio of women's to men's pay; fewer than 30 of a sex are few for a mean.
select
  "by", category, men, women, relative_gap, n_men, n_women, gap, se, low, high, share_women,
  case when low is null then 'none' when low > 0 or high < 0 then 'certain' else 'uncertain' end as certainty,
  case
    when n_women = 0 and n_men = 0 then 'missing-both'
    when n_women = 0 then 'missing-women'
    when n_men = 0 then 'missing-men'
    when relative_gap is null then 'no-pay'
    when low is null then 'no-interval'
    when least(n_women, n_men) < 30 then 'few'
    else 'ok'
  end as status
from measured
