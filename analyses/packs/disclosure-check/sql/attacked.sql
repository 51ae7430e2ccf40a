-- What a reader can work out; only one of the three was made. Reads: audited, rounded_audit, coded_audit. Grain: cell.
select * from audited
union all by name
select * from rounded_audit
union all by name
select * from coded_audit
