-- What has no index. Reads: territories, activities. One row when there is any.
select
  (select count(*) from territories where eci is null) as territories,
  (select count(*) from activities where pci is null) as activities
where (select count(*) from territories where eci is null) + (select count(*) from activities where pci is null) > 0
