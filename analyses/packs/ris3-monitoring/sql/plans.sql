-- Every observation with its plan. Reads: indicators. Grain: priority, indicator, sex, year.
-- A plan written on one row of an indicator serves all its rows of the same sex; two different ones contradict each
-- other, and then there is none. Kinds in Czech, Polish and English become the codes of the intervention logic.
with known as (
  select
    coalesce(priority, '–') as priority, indicator, unit, year, actual, source,
    baseline_year, baseline, milestone_year, milestone, target_year, target,
    case when (select count(sex) from indicators) = 0 then 'T' else coalesce(sex, 'T') end as sex,
    case
      when kind is null then null
      when lower(kind) in ('context', 'kontext', 'kontextový', 'kontextovy', 'kontekst', 'kontekstu', 'kontekstowy') then 'context'
      when lower(kind) in ('input', 'vstup', 'vstupní', 'vstupni', 'nakład', 'naklad', 'wkład', 'wklad') then 'input'
      when lower(kind) in ('output', 'výstup', 'vystup', 'výstupní', 'produkt', 'produktu') then 'output'
      when lower(kind) in ('result', 'outcome', 'výsledek', 'vysledek', 'výsledkový', 'rezultat', 'rezultatu') then 'result'
      when lower(kind) in ('impact', 'dopad', 'oddziaływanie', 'oddzialywanie', 'wpływ', 'wplyw') then 'impact'
      else 'other'
    end as kind
  from indicators
  where indicator is not null
    and ($priorities = '' or list_contains(string_split($priorities, chr(10)), priority))
),
plan as (
  select
    priority, indicator, sex,
    max(kind) as kind,
    max(unit) as unit,
    max(baseline_year) as baseline_year,
    max(baseline) as baseline,
    max(milestone_year) as milestone_year,
    max(milestone) as milestone,
    max(target_year) as target_year,
    max(target) as target,
    count(distinct baseline) > 1 or count(distinct target) > 1 or count(distinct milestone) > 1
      or count(distinct baseline_year) > 1 or count(distinct target_year) > 1 or count(distinct milestone_year) > 1 as conflict
  from known
  group by priority, indicator, sex
)
select
  known.priority, known.indicator, known.sex, plan.kind, plan.unit, known.year, known.actual, known.source,
  plan.conflict,
  case when not plan.conflict then plan.baseline_year end as baseline_year,
  case when not plan.conflict then plan.baseline end as baseline,
  case when not plan.conflict then plan.milestone_year end as milestone_year,
  case when not plan.conflict then plan.milestone end as milestone,
  case when not plan.conflict then plan.target_year end as target_year,
  case when not plan.conflict then plan.target end as target
from known
join plan on plan.priority = known.priority and plan.indicator = known.indicator and plan.sex = known.sex
order by known.priority, known.indicator, known.sex, known.year
