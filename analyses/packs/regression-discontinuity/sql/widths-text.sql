-- What the second chart says in words. Reads: widths, summary. Exactly one row.
with drawn as (
  select
    count(*) as tried,
    count(*) filter (where widths.estimate > 0) as above,
    count(*) filter (where widths.low > 0 or widths.high < 0) as clear,
    min(widths.estimate) as lowest, max(widths.estimate) as highest,
    min(widths.h) as narrowest, max(widths.h) as widest,
    count(distinct widths.panel) as panels
  from widths
)
select
  tried, clear, lowest, highest, narrowest, widest, panels, $confidence as confidence,
  case when above in (0, tried) then 'same' else 'changes' end as sign
from drawn
cross join (select count(*) as n from summary) as one
