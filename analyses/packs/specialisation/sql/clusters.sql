-- Density, stock and size of establishments in one number. Reads: cluster_values. Grain: territory, activity, period.
select
  territory, activity, period, cluster_index, relative_density, relative_stock, relative_size,
  case
    when cluster_index is not null then 'ok'
    when employment = 0 then 'empty-activity'
    else 'missing-input'
  end as status
from cluster_values
order by period, territory, activity
