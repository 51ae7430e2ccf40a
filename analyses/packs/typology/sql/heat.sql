-- Profiles for the eye. Reads: profiles, named. Grain: group, indicator.
select
  concat(profiles.cluster::integer, ' (', named.territories, ')') as "group",
  profiles.indicator,
  profiles.z,
  profiles.mean
from profiles
join named on named.cluster = profiles.cluster
order by profiles.cluster, profiles.indicator
