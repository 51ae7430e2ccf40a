-- What an attacker can work out of the hidden cells, narrowest first. Reads: audited. Grain: cell.
select cell, low, high, status
from audited
where high is not null
order by width, cell
limit 30
