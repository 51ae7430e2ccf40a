-- The unexplained part under each reference. Reads: twofold. Grain: reference.
select reference, unexplained as estimate, unexplained_low as low, unexplained_high as high
from twofold
