-- The chain of each priority: is there an indicator for every link? Reads: progress. Grain: priority.
-- One indicator counts once, whatever its sexes. A priority needs at least one output and one result.
with own as (
  select
    priority, indicator,
    max(kind) as kind,
    bool_or(status in ('reached', 'on-track')) as going,
    bool_or(progress is not null) as measured
  from progress
  group by priority, indicator
),
counts as (
  select
    priority,
    count(*) filter (where kind = 'context') as contexts,
    count(*) filter (where kind = 'input') as inputs,
    count(*) filter (where kind = 'output') as outputs,
    count(*) filter (where kind = 'result') as results,
    count(*) filter (where kind = 'impact') as impacts,
    count(*) filter (where going) as on_track,
    count(*) filter (where measured) as measured,
    count(kind) as kinds
  from own
  group by priority
)
select
  * exclude (kinds),
  case
    when kinds = 0 then 'no-kind'
    when outputs = 0 and results = 0 then 'no-output-no-result'
    when results = 0 then 'no-result'
    when outputs = 0 then 'no-output'
    else 'complete'
  end as status
from counts
order by priority
