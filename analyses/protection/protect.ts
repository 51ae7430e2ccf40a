import { MethodRefusal } from '../methods/core/refusal'
import { type Steps, within } from '../methods/core/steps'
import type { DisclosureRules } from '../model/disclosure'
import { type Fault, fault, isFaultCode } from '../model/fault'
import { failed, type Result, succeeded } from '../model/result'
import { withoutTellingOrder } from '../model/row-order'
import type { RunRecord } from '../model/run-record'
import { type AppliedRun, applyToRun } from './apply'
import { hideAlike, hideDifferences, joinLedger, ledgerCells } from './earlier'
import { gather } from './gather'
import { HiddenGroups } from './hidden-groups'
import { leaksOf } from './last-net'
import { type Attacked, type Guard, protectPool } from './pattern'
import { planRun, type RunPlan } from './plans'
import type { Group, Pool } from './pool'
import { spoken } from './quotes'
import type { Protection, ProtectRequest, PublishedRun } from './request'
import { protectedFaults, protectedFlow } from './rest-of-record'
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

function* protectAll({ runs, rules, ledger, solver }: ProtectRequest): Steps<Result<Protection>> {
  const order = runs.map((_, at) => at).sort((a, b) => (nameOf(runs[a]) < nameOf(runs[b]) ? -1 : 1))
  const plans = order.flatMap((at) => (runs[at] === undefined ? [] : [planRun(runs[at])]))
  const faults = plans.flatMap((plan) => plan.faults)
  if (faults.length > 0) return failed(...faults)
  if (rules.treatment.kind === 'round' && plans.some(({ guarded }) => guarded.length > 0))
    return failed(fault('disclosure.rounding-not-offered', {}))
  const pools = new Map(yield* within(gather(plans), 0, 0.1))
  joinLedger(pools, ledger)
  for (const pool of pools.values()) hideSensitive(pool, rules)
  const different = hideDifferences(pools, rules)
  const guard = { rules, solver: solver ?? null, different, settled: new Map() }
  const pattern = yield* within(settle(pools, guard), 0.1, 0.8)
  const open = pattern.flatMap((one) => one.open)
  if (open.length > 0) return failed(...openFaults(open, plans))
  const applied: AppliedRun[] = []
  for (const [at, plan] of plans.entries())
    applied.push(yield* within(applyToRun(plan, at, new HiddenGroups(pools), rules), 0.8, 0.9))
  const made = plans.map((plan, at) => protectedRun(plan, applied[at], rules))
  const leaks = made.flatMap(({ faults: found }) => found)
  if (leaks.length > 0) return failed(...leaks)
  const cells = ledgerCells(pools)
  const summary = summaryOf({
    ...{ plans, pools, applied, rules, pattern },
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

const nameOf = (run: PublishedRun | undefined): string =>
  run === undefined ? '' : `${run.pack.id} ${JSON.stringify(run.record.params)} ${run.key}`

/** Hides until nothing more has to go: what one table needs may open another. */
function* settle(pools: ReadonlyMap<string, Pool>, guard: Guard): Steps<readonly Attacked[]> {
  const systems: (readonly [Pool, readonly LinkedTables[]])[] = []
  for (const [, pool] of [...pools].sort(([a], [b]) => (a < b ? -1 : 1)))
    systems.push([pool, yield* within(linkedTables(pool), 0, 0.2)])
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
  [...pools.values()].reduce(
    (sum, { groups }) => sum + [...groups.values()].reduce((own, { hidden }) => own + hidden.size, 0),
    0,
  )

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

interface MadeRun {
  readonly record: RunRecord
  readonly withheld: number
  readonly faults: readonly Fault[]
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
    record: { ...safe, tables: inSafeOrder(safe) },
    withheld,
    faults: leak === undefined ? [] : [fault('disclosure.leak', { where: leak.where, column: leak.column })],
  }
}

/** Where a hidden value lies among others must not be seen from where its row stands. */
const inSafeOrder = ({ tables, schema }: RunRecord): RunRecord['tables'] =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      [
        ...withoutTellingOrder(
          rows,
          (schema[name] ?? []).map((column) => column.name),
        ),
      ],
    ]),
  )
