-- Women and men of all categories together. Reads: categories. Grain: period, age.
select period, age, sum(women) as women, sum(men) as men, count(*)::double as categories
from categories
group by period, age
order by period, age
