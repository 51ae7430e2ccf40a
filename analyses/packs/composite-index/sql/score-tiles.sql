-- Scores as tiles of one size. Reads: score_places. Grain: territory. One territory is no pattern, and more than 300
-- tiles are too small to be read: then there are no rows, and no chart.
select territory, score, place, outline
from score_places
where (select count(*) from score_places) between 2 and 300
order by territory
