import type { Composition, RunSlot } from '../../analyses/model/composition'
import type { DataSet } from '../../analyses/model/data-set'
import { FaultError, refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { Pack } from '../../analyses/model/pack'
import type { Binding, ParamValue, RunRecord } from '../../analyses/model/run-record'
import { slotParams } from '../../analyses/model/template-make'
import { suggestBindings } from '../../analyses/runner'
import { listDataSets } from '../workspace/data-sets'
import { executePack } from '../workspace/execute-pack'
import { addRun, findRun } from '../workspace/runs'
import { bindInputs } from './bind-inputs'
import type { Session } from './session'

export interface SlotRun {
  readonly key: string
  readonly record: RunRecord
}

/** The stored runs of a report's slots, and the names of those that have none. */
export async function storedRuns(
  session: Session,
  { runs }: Composition,
): Promise<{ readonly found: readonly SlotRun[]; readonly missing: readonly string[] }> {
  const slots = await Promise.all(
    Object.entries(runs).map(async ([key, slot]) => ({ key, record: await recordOf(session, key, slot) })),
  )
  return {
    found: slots.flatMap(({ key, record }) => (record === null ? [] : [{ key, record }])),
    missing: slots.flatMap(({ key, record }) => (record === null ? [key] : [])),
  }
}

/** The record a slot reads; null when it has none, also when its run was removed meanwhile. */
async function recordOf(session: Session, slot: string, { run, pack }: RunSlot): Promise<RunRecord | null> {
  if (run === null) return null
  const record = await findRun(session.project.database, run).then(
    (found) => found.record,
    (error: unknown) => {
      if (error instanceof FaultError && error.fault.code === 'project.no-run') return null
      throw error
    },
  )
  if (record !== null && record.pack.id !== pack)
    refuse('report.wrong-pack', { slot, pack, run, other: record.pack.id })
  return record
}

/** All runs a report needs; fault `report.waits` names the analyses that were not run yet. */
export async function readyRuns(session: Session, composition: Composition): Promise<readonly SlotRun[]> {
  const { found, missing } = await storedRuns(session, composition)
  const needed = missing.flatMap((key) => {
    const slot = composition.runs[key]
    return slot === undefined || slot.optional ? [] : [slot.pack]
  })
  if (needed.length > 0) refuse('report.waits', { count: needed.length, packs: needed.join(', ') })
  return found
}

/**
 * Runs what the report still waits for and what is out of date, or everything `again`, and puts the new runs in their
 * slots. Texts and order are not touched. An optional slot without data stays empty.
 */
export async function runSlots(
  session: Session,
  composition: Composition,
  { again, locale }: { readonly again: boolean; readonly locale: Locale },
  job: JobContext,
): Promise<Composition> {
  const dataSets = await listDataSets(session.project.database)
  const runs = { ...composition.runs }
  const slots = Object.entries(composition.runs)
  for (const [index, [key, slot]] of slots.entries()) {
    const pack = await session.packs.find(slot.pack)
    const known = await recordOf(session, key, slot)
    const bindings = slotBindings(pack, slot, dataSets)
    const params = slotParams(slot, composition.territory)
    // A report about one territory waits until somebody says about which.
    if (params === null) continue
    if (known !== null && !again && isFresh(known, pack, { ...slot, params }, dataSets)) continue
    if (bindings === null) {
      if (slot.optional || known !== null) continue
      refuse('report.no-data', { pack: pack.id, needs: neededNames(pack) })
    }
    const stepped: JobContext = {
      signal: job.signal,
      report: ({ titleKey, value }) => job.report({ step: index + 1, of: slots.length, titleKey, value }),
    }
    const record = await runSlot(session, { pack, slot, params, bindings, locale }, stepped)
    if (record !== null) runs[key] = { ...slot, run: (await addRun(session.project, record)).id }
  }
  return { ...composition, runs }
}

interface SlotOrder {
  readonly pack: Pack
  readonly slot: RunSlot
  readonly params: Readonly<Record<string, ParamValue>>
  readonly bindings: Readonly<Record<string, Binding>>
  readonly locale: Locale
}

/** Null: data that fit by their names alone did not allow an analysis the report can do without. */
export async function runSlot(
  session: Session,
  { pack, slot, params, bindings, locale }: SlotOrder,
  job: JobContext,
): Promise<RunRecord | null> {
  const app = session.environment.appVersion
  try {
    return await executePack(session.project, { pack, bindings, params, locale, app }, job)
  } catch (error) {
    if (slot.optional && error instanceof FaultError && error.fault.code !== 'engine.cancelled') return null
    throw error
  }
}

/** What a person or the template bound; else what the data suggest, null where some need finds no data set. */
export function slotBindings(
  pack: Pack,
  slot: RunSlot,
  dataSets: readonly DataSet[],
): Readonly<Record<string, Binding>> | null {
  if (Object.keys(slot.bindings).length > 0) return slot.bindings
  const suggestions = suggestBindings(pack, dataSets)
  const needs = Object.entries(pack.manifest.needs).filter(([, { optional }]) => !optional)
  const fits = needs.every(([need]) =>
    suggestions.some((one) => one.need === need && one.missing.length === 0),
  )
  return fits ? bindInputs(pack, dataSets, { dataSets: new Map(), columns: new Map() }) : null
}

export const neededNames = (pack: Pack): string =>
  Object.entries(pack.manifest.needs)
    .filter(([, { optional }]) => !optional)
    .map(([need]) => need)
    .join(', ')

/** Whether a run still says what it would say today: same pack, same settings, same data. */
function isFresh(record: RunRecord, pack: Pack, slot: RunSlot, dataSets: readonly DataSet[]): boolean {
  const params = Object.entries(slot.params).every(
    ([name, value]) => JSON.stringify(record.params[name]) === JSON.stringify(value),
  )
  const inputs = record.inputs.every(({ dataSet, sha256, rows, card }) => {
    const now = dataSets.find(({ name }) => name === dataSet)
    return (
      now !== undefined &&
      now.source.sha256 === sha256 &&
      now.rows === rows &&
      now.source.card?.subjects === card?.subjects
    )
  })
  const bound = Object.entries(slot.bindings).every(([need, binding]) => {
    const input = record.inputs.find((one) => one.need === need)
    return (input?.dataSet ?? '') === binding.dataSet
  })
  return record.pack.version === pack.manifest.version && params && inputs && bound
}
