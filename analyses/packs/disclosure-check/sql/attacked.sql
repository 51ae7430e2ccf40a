-- What a reader can work out; only one of the two was made. Reads: audited, rounded_audit. Grain: cell.
select * from audited
union all by name
select * from rounded_audit
