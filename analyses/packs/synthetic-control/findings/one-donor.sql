-- Does one unit of the comparison decide the result? Reads: effect, leave_one_out.
select
  effect.sex,
  coalesce(effect.breakdown, 'none') as breakdown,
  max(effect.att) as att,
  min(leave_one_out.att) as lowest,
  max(leave_one_out.att) as highest,
  count(*) as donors,
  case
    when min(leave_one_out.att) < 0 and max(leave_one_out.att) > 0 then 'turns'
    else 'holds'
  end as sign
from effect
inner join leave_one_out
  on effect.sex = leave_one_out.sex and effect.breakdown is not distinct from leave_one_out.breakdown
where effect.chosen
group by effect.sex, effect.breakdown
order by
  effect.breakdown nulls first,
  case effect.sex when 'F' then 1 when 'M' then 2 when 'T' then 3 else 4 end,
  effect.sex
