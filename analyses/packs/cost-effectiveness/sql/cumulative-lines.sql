-- Lines of money in hand. Reads: cumulative. Grain: option, year.
select option, year, net, sum from cumulative order by option, try_cast(year as bigint)
