-- Weights with what they achieve. Reads: weights_used, members. Grain: node.
select
  weights_used.node, weights_used.parent, weights_used.level, weights_used.weight, weights_used.share,
  weights_used.effective, members.with_index, members.with_parent, weights_used.aggregation, weights_used.status
from weights_used
left join members on members.node = weights_used.node
order by weights_used.level desc, weights_used.parent nulls first, weights_used.node
