-- The four means, where there are two groups and one start. Reads: cells, summary. At most one row.
select
  max(cells.mean) filter (where cells.arm = 'treated' and cells.phase = 'before') as treated_before,
  max(cells.mean) filter (where cells.arm = 'treated' and cells.phase = 'after') as treated_after,
  max(cells.mean) filter (where cells.arm = 'control' and cells.phase = 'before') as control_before,
  max(cells.mean) filter (where cells.arm = 'control' and cells.phase = 'after') as control_after,
  max(summary.sex) as sex
from cells
inner join summary
  on summary.is_lead
  and cells.sex = summary.sex
  and cells.breakdown is not distinct from summary.breakdown
having count(*) = 4
