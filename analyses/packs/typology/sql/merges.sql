-- The last merges of Ward's tree: a long step says that two unlike groups were joined. Reads: tree. Grain: groups.
select groups, height
from tree
where groups <= 20
order by groups
