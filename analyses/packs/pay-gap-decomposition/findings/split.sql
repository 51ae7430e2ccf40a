-- How much is explained. Reads: decided. One row. The words follow `reading` and the two certainties alone.
select
  explained, explained_low, explained_high, explained_share, explained_certainty,
  unexplained, unexplained_low, unexplained_high, unexplained_certainty,
  reading, $confidence as confidence, reference
from decided
