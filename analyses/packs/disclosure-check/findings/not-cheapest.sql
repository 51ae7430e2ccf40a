-- A good pattern that was not proven the cheapest. Reads: summary. One row when it is so.
select secondary from summary where not optimal and secondary > 0
