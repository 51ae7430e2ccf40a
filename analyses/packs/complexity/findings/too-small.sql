-- Too few territories to speak of a structure. Reads: network. One row when it is so.
select territories_inside as territories from network where size = 'small'
