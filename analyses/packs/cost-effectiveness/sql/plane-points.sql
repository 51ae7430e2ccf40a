-- Points of the plane of costs and effects. Reads: icer. Grain: option.
select option, effect, cost from icer order by position
