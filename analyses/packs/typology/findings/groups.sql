-- How many groups, and how clear they are; the steps are those of Kaufman and Rousseeuw. Reads: named, quality.
select
  k, silhouette,
  case when silhouette > 0.5 then 'clear' when silhouette > 0.25 then 'weak' else 'none' end as clarity,
  (select sum(territories) from named) as territories
from quality
where chosen
