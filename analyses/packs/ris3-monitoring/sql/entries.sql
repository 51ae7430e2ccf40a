-- Codes of the priority domains. Reads: domains. Grain: priority, nace. A cell may hold a list: 26; 27.1, C28.
select distinct priority, trim(part) as nace
from (select priority, unnest(string_split_regex(nace, '[;,]')) as part from domains where priority is not null and nace is not null)
where trim(part) <> ''
order by priority, nace
