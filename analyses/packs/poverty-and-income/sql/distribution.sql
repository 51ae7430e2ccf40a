-- Limits and income shares of the tenths. Reads: tenths. Grain: territory, sex, share.
select territory, sex, share, value, income_share, n
from tenths
order by territory <> 'all', territory, list_position(['F', 'M', 'T'], sex), share
