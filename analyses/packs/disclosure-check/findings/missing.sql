-- Cells nobody knows, which nothing published may give away. Reads: summary. One row when there are any.
select missing from summary where missing > 0
