-- The answer by activity. Reads: parts, cells. Grain: territory, activity, sex. What is nowhere is not listed.
select
  parts.*,
  case when parts.start > 0 then parts."end" / parts.start - 1 end as growth,
  first_cell.contributors as start_contributors,
  first_cell.largest as start_largest,
  first_cell.second as start_second,
  last_cell.contributors as end_contributors,
  last_cell.largest as end_largest,
  last_cell.second as end_second
from parts
left join cells as first_cell
  on first_cell.territory = parts.territory and first_cell.activity = parts.activity
 and first_cell.sex = parts.sex and first_cell.period = parts.from_period
left join cells as last_cell
  on last_cell.territory = parts.territory and last_cell.activity = parts.activity
 and last_cell.sex = parts.sex and last_cell.period = parts.to_period
where status <> 'nowhere'
  and not (status in ('missing-territory', 'missing-reference') and start is null and "end" is null)
order by parts.territory, parts.activity, case parts.sex when 'F' then 1 when 'M' then 2 else 3 end
