-- Priorities whose chain has a hole. Reads: logic.
select
  priority,
  case status when 'no-result' then 'result' when 'no-output' then 'output' else 'both' end as gap,
  outputs, results
from logic
where status in ('no-result', 'no-output', 'no-output-no-result')
order by priority
