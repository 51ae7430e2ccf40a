-- Groups that cannot be compared. Reads: effect. One row when there are any.
select count(*) as groups from effect where status = 'refused' having count(*) > 0
