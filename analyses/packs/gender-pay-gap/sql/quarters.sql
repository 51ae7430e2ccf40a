-- Women in the quarters of workers by pay. Reads: bands. Grain: by, category, quarter.
select "by", category, quarter, "limit", share_women, n, case when share_women is null then 'missing-both' else 'ok' end as status
from bands
