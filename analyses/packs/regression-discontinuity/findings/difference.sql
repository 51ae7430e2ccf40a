-- Whether the effect differs between women and men. Reads: summary.
select breakdown_word as breakdown, certainty, direction, size, size_low, size_high, $confidence as confidence
from summary
where sex = 'F-M'
order by breakdown
