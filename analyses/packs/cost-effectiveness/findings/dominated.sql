-- Options that need not be considered. Reads: icer.
select option, against, dominance from icer where dominated order by position
