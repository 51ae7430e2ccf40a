-- Indicators that tell nobody apart, and territories with too few values. Reads: stability, left_out.
select
  (select count(*) from stability where status = 'constant') as constant,
  coalesce((select sum(units) from left_out where reason = 'incomplete'), 0) as incomplete
where (select count(*) from stability where status = 'constant') > 0
  or (select count(*) from left_out where reason = 'incomplete') > 0
