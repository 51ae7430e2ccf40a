-- Units that could not be used. Reads: flow. At most one row.
select
  coalesce(max(units) filter (where reason = 'incomplete-unit'), 0) as incomplete,
  coalesce(max(units) filter (where reason = 'always-treated'), 0) as always_treated,
  coalesce(sum("rows") filter (where reason in ('no-outcome', 'no-covariate', 'no-weight')), 0) as empty_rows,
  coalesce(max(units) filter (where reason = 'used'), 0) as used
from flow
having count(*) filter (where reason <> 'used') > 0
