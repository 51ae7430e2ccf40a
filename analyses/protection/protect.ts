import { MethodRefusal } from '../methods/core/refusal'
import { type Steps, within } from '../methods/core/steps'
import type { DisclosureRules } from '../model/disclosure'
import { type Fault, fault, isFaultCode } from '../model/fault'
import { failed, type Result, succeeded } from '../model/result'
import type { RunRecord } from '../model/run-record'
import { type AppliedRun, applyToRun } from './apply'
import { hideAlike, hideDifferences, joinLedger, ledgerCells } from './earlier'
import { gather } from './gather'
import { HiddenGroups } from './hidden-groups'
import { leaksOf } from './last-net'
import { type Attacked, type Guard, hiddenIn, protectPool } from './pattern'
import { planRun, type RunPlan } from './plans'
import type { Group, Pool } from './pool'
import { spoken } from './quotes'
import type { MadeRun, Protection, ProtectRequest, PublishedRun } from './request'
import { protectedFaults, protectedFlow } from './rest-of-record'
import { type RoundedCounts, roundCounts } from './rounding-counts'
import { flowTable } from './rounding-flow'
import { mixedTreatments, roundedLedger, sumsOfLedger } from './rounding-ledger'
import { hideSums, type RoundedRun, roundedRecord, roundRun } from './rounding-run'
import { inSafeOrder } from './safe-order'
import { hideSensitive } from './sensitive'
import { summaryOf } from './summary'
import { type LinkedTables, linkedTables, type SystemCell } from './tables'
import { earlierExports } from './told'

/**
 * Makes all runs of one export fit to leave, together: they are read together. What cannot be made safe is a fault, and
 * then nothing leaves. The same runs in another order, with rows in another order, are protected in the same way.
 */
export function* protect(request: ProtectRequest): Steps<Result<Protection>> {
  try {
    return yield* protectAll(request)
  } catch (error) {
    if (!(error instanceof MethodRefusal) || !isFaultCode(error.code)) throw error
    return failed(fault(error.code, error.values))
  }
}

function* protectAll(request: ProtectRequest): Steps<Result<Protection>> {
  const { runs, rules, ledger, solver } = request
  const order = runs.map((_, at) => at).sort((a, b) => (nameOf(runs[a]) < nameOf(runs[b]) ? -1 : 1))
  const plans = order.flatMap((at) => (runs[at] === undefined ? [] : [planRun(runs[at])]))
  const faults = plans.flatMap((plan) => plan.faults)
  if (faults.length > 0) return failed(...faults)
  const pools = new Map(yield* within(gather(plans), 0, 0.1))
  const mixed = mixedTreatments(pools, rules, ledger)
  if (mixed.length > 0) return failed(...mixed)
  const counts = yield* within(roundedIn(plans, pools, request), 0.1, 0.4)
  if (counts !== null && counts.width.narrow > 0)
    return failed(fault('disclosure.rounding-narrow', { base: counts.base, cells: counts.width.narrow }))
  joinLedger(pools, counts === null ? ledger : sumsOfLedger(ledger))
  for (const pool of pools.values()) {
    if (counts === null) hideSensitive(pool, rules)
    else hideSums(pool, rules, counts)
  }
  const different = counts === null ? hideDifferences(pools, rules) : new Map()
  const guard = { rules, solver: solver ?? null, different, settled: new Map(), done: new Map() }
  const pattern = yield* within(settle(pools, guard, counts !== null), 0.4, 0.8)
  const open = pattern.flatMap((one) => one.open)
  if (open.length > 0) return failed(...openFaults(open, plans))
  const applied: AppliedRun[] = []
  const rounded: RoundedRun[] = []
  const groups = new HiddenGroups(pools)
  for (const [at, plan] of plans.entries()) {
    const hidden = yield* within(applyToRun(plan, at, groups, rules), 0.8, 0.9)
    applied.push(hidden)
    if (counts !== null)
      rounded.push(yield* within(roundRun({ plan, run: at, groups, counts, rules }, hidden), 0.9, 0.95))
  }
  const made = plans.map((plan, at) =>
    counts === null ? protectedRun(plan, applied[at], rules) : roundedRecord(plan, rounded[at], counts),
  )
  const leaks = made.flatMap(({ faults: found }) => found)
  if (leaks.length > 0) return failed(...leaks)
  const exact = ledgerCells(pools)
  const cells = counts === null ? exact : roundedLedger(exact, pools, counts.of)
  const summary = summaryOf({
    ...{ plans, pools, rules, pattern, counts },
    applied: counts === null ? applied : rounded.map((one) => one.applied),
    earlier: earlierExports(ledger, cells),
    withheld: made.reduce((sum, one) => sum + one.withheld, 0),
  })
  const byPlace = new Map(order.map((at, place) => [at, made[place]?.record]))
  return succeeded({
    runs: runs.map((run, at) => ({
      ...run,
      record: { ...(byPlace.get(at) ?? run.record), disclosure: summary },
    })),
    summary,
    cells,
  })
}

/** Counts rounded together, where the rules ask for it and anything is about persons or firms. */
function* roundedIn(
  plans: readonly RunPlan[],
  pools: ReadonlyMap<string, Pool>,
  { rules: { treatment }, ledger, solver }: ProtectRequest,
): Steps<RoundedCounts | null> {
  if (treatment.kind !== 'round' || plans.every(({ guarded }) => guarded.length === 0)) return null
  const { base } = treatment
  return yield* roundCounts({ base, pools, more: plans.map(flowTable), ledger, solver: solver ?? null })
}

const nameOf = (run: PublishedRun | undefined): string =>
  run === undefined ? '' : `${run.pack.id} ${JSON.stringify(run.record.params)} ${run.key}`

/** Hides until nothing more has to go: what one table needs may open another. */
function* settle(
  pools: ReadonlyMap<string, Pool>,
  guard: Guard,
  sumsAlone: boolean,
): Steps<readonly Attacked[]> {
  const systems: (readonly [Pool, readonly LinkedTables[]])[] = []
  for (const [, pool] of [...pools].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const tables = yield* within(linkedTables(pool), 0, 0.2)
    systems.push([pool, sumsAlone ? tables.filter(({ counts }) => !counts) : tables])
  }
  hideAlike(pools)
  let result: Attacked[] = []
  for (let before = -1; before !== hiddenParts(pools); ) {
    before = hiddenParts(pools)
    result = []
    for (const [at, [pool, tables]] of systems.entries())
      result.push(...(yield* within(protectPool(pool, tables, guard), 0.2 + (0.8 * at) / systems.length, 1)))
    hideAlike(pools)
  }
  return result
}

const hiddenParts = (pools: ReadonlyMap<string, Pool>): number =>
  [...pools.values()].reduce((sum, pool) => sum + hiddenIn(pool), 0)

/** Which table a reader would break open: the first in which the group stands. */
function openFaults(open: readonly SystemCell[], plans: readonly RunPlan[]): readonly Fault[] {
  const cells = new Map<string, number>()
  for (const { group } of open) {
    const table = tableOf(group, plans)
    cells.set(table, (cells.get(table) ?? 0) + 1)
  }
  return [...cells].map(([table, count]) => fault('disclosure.audit-failed', { table, cells: count }, table))
}

function tableOf(group: Group | null, plans: readonly RunPlan[]): string {
  const place = group?.places[0]
  const plan = place === undefined ? plans[0] : plans[place.run]
  return `${plan?.run.pack.id ?? ''}${place === undefined ? '' : `.${place.relation}`}`
}

function protectedRun(plan: RunPlan, applied: AppliedRun | undefined, rules: DisclosureRules): MadeRun {
  const { record } = plan.run
  if (applied === undefined) return { record, withheld: 0, faults: [] }
  const { findings, tables, schema, withheld } = spoken(plan, applied)
  const safe: RunRecord = {
    ...record,
    ...{ tables, schema, findings },
    faults: protectedFaults(plan, rules),
    sampleFlow: protectedFlow(plan, rules),
  }
  const leaks = leaksOf(plan, applied, safe)
  const [leak] = leaks
  return {
    record: inSafeOrder(safe),
    withheld,
    faults: leak === undefined ? [] : [fault('disclosure.leak', { where: leak.where, column: leak.column })],
  }
}
