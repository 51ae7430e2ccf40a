-- How much had to be hidden. Reads: summary. One row.
select cells, "primary", secondary, published,
  case when "primary" = 0 and missing > 0 then 'blank' when "primary" = 0 then 'nothing' when secondary = 0 then 'alone' else 'company' end as need
from summary
