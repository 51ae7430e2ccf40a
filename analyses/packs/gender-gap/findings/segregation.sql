-- The newest spread over categories. Reads: segregation. At most one row.
select
  period, duncan, karmel_maclachlan as karmel, share_women, categories,
  case when age is null then 'none' else age end as breakdown
from segregation
where duncan is not null
order by period desc, age nulls first
limit 1
