-- Sensitive cells that a limit from above leaves as they are. Reads: still_open. One row when there are any.
select open from still_open
