-- Rate and base year used. Reads: rates_raw. One row.
select
  rate,
  cast(cast(base_year as bigint) as varchar) as base_year,
  edition,
  nullif(valid_from, '') as valid_from,
  nullif(source, '') as source
from rates_raw
