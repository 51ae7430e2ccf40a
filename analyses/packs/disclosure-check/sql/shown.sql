-- The table as it may go out; only one of the three was made. Reads: protected_cells, rounded_cells, coded_cells.
-- Grain: the table's own dimensions.
select * from protected_cells
union all by name
select * from rounded_cells
union all by name
select * from coded_cells
