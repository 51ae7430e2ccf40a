-- The table as it may go out. Reads: protected_cells. Grain: the table's own dimensions.
select * from protected_cells
