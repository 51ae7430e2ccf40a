-- How many cells are shown as "at least". Reads: top_coding. One row when the table was top-coded.
select coded, published, "limit" as most from top_coding
