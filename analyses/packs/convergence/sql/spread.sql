-- Spread of logarithms by period, where everybody is counted. Reads: sigma_raw, scope. Grain: sex, period.
with whole as (select sex, max(n) as n from sigma_raw group by sex)
select s.sex, s.period, s.sd_log
from sigma_raw as s
join scope on coalesce(s.breakdown, '') = scope.breakdown
join whole on whole.sex = s.sex and whole.n = s.n
where s.sd_log is not null
order by case s.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end, s.sex, s.period
