-- What the charts say in words. Reads: neighbours, judged, stability, funnel. Exactly one row.
select
  $territory as territory,
  (select count(*) from neighbours) as peers,
  (select coalesce(min(territory) filter (where rank = 1), '') from neighbours) as nearest,
  (select coalesce(avg(share), 1) from stability) as overlap,
  (select count(*) from judged where status = 'ok') as indicators,
  (select count(*) from judged where place = 'top_quarter') as top,
  (select count(*) from judged where place = 'bottom_quarter') as bottom,
  (select count(*) from judged where certainty = 'certain') as certain,
  (select count(*) from funnel) as places,
  (select count(*) from funnel where signal in ('high', 'low')) as outside,
  (select coalesce(max(signal) filter (where role = 'chosen'), 'none') from funnel) as signal
