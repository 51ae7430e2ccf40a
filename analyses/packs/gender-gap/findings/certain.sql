-- How many intervals leave out zero. Reads: latest. No row where no interval can be given.
select
  period, $confidence as confidence,
  count(*) as intervals,
  count(*) filter (where certain) as clear,
  count(*) filter (where certain and higher = 'women') as clear_women,
  count(*) filter (where certain and higher = 'men') as clear_men
from latest
where certain is not null
group by period
