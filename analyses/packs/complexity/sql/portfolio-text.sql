-- What the portfolio says in words. Reads: portfolio, scope. Exactly one row.
select
  scope.territory, scope.period,
  $relatedness as relatedness,
  count(p.activity) as shown,
  count(*) filter (where p.entry = 'has') as has,
  count(*) filter (where p.entry = 'candidate') as candidates,
  coalesce(arg_max(p.activity, p.pci) filter (where p.entry = 'candidate'), '') as best
from scope
left join portfolio as p on true
group by scope.territory, scope.period
