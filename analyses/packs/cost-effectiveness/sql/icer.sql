-- Extra cost for extra effect, along rising effects. Reads: icer_raw. Grain: option.
select option, against, delta_cost, delta_effect, icer, dominated, dominance, cost, effect, position
from icer_raw
order by position
