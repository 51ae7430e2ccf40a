-- What the third chart says in words. Reads: checks, summary. Exactly one row.
select
  count(*) filter (where kind = 'placebo') as placebos,
  count(*) filter (where kind = 'placebo' and (low > 0 or high < 0)) as found,
  count(*) filter (where kind = 'donut') as donuts,
  count(distinct panel) as panels,
  $confidence as confidence, cast($cutoff as double) as cutoff,
  (select count(*) from summary) as groups
from checks
