-- Scores of domains of the chosen periods. Reads: domains. Grain: territory, period, domain.
select territory, period, domain, score, score_uncorrected
from domains
where territory is not null
  and period is not null
  and domain is not null
  and ($periods = '' or list_contains(string_split($periods, chr(10)), period))
order by territory, period, domain
