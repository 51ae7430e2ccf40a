-- The territory of the portfolio: the chosen one, else the most complex one; and the period. Reads: territories, chosen.
-- Always exactly one row.
select
  coalesce(
    (select territory from territories where territory = $territory),
    (select territory from territories where eci is not null order by eci desc, territory limit 1),
    ''
  ) as territory,
  coalesce((select max(period) from chosen), 'none') as period
