-- What an attacker can work out of the hidden or rounded cells, narrowest first. Reads: attacked. Grain: cell.
select cell, low, high, status
from attacked
where high is not null
order by width, cell
limit 30
