-- Units by propensity score. Reads: overlap, scope. Grain: score_from, side.
with inside as (
  select overlap.*
  from overlap
  join scope
    on overlap.breakdown is not distinct from scope.breakdown
   and overlap.sex is not distinct from scope.sex
)
select score_from, score_to, 'treated' as side, treated as units, sex, breakdown, 1 as turn from inside
union all
select score_from, score_to, 'control', control, sex, breakdown, 2 from inside
order by score_from, turn
