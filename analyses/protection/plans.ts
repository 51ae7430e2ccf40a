import { type Fault, fault } from '../model/fault'
import type {
  DisclosureCell,
  DisclosureRelation,
  ExportRule,
  FollowingRelation,
} from '../model/pack-disclosure'
import type { PackManifest } from '../model/pack-manifest'
import { type GuardedNeed, guardedNeeds } from './guarded-needs'
import type { PublishedRun } from './request'

export type RelationPlan =
  | { readonly kind: 'free' | 'units' | 'never' | 'quoted' }
  | { readonly kind: 'inside'; readonly columns: readonly string[] }
  | { readonly kind: 'follows'; readonly rule: FollowingRelation }
  | { readonly kind: 'cells'; readonly rule: DisclosureRelation; readonly of: GuardedNeed }

/** How each relation of one run may leave. */
export interface RunPlan {
  readonly run: PublishedRun
  readonly guarded: readonly GuardedNeed[]
  /** In the order of their names, so that the order of a file decides nothing. */
  readonly relations: ReadonlyMap<string, RelationPlan>
  readonly faults: readonly Fault[]
}

export function planRun(run: PublishedRun): RunPlan {
  const guarded = guardedNeeds(run)
  const relations = new Map<string, RelationPlan>()
  const faults: Fault[] = []
  const texts = new Set(run.pack.charts.map(({ text }) => text))
  for (const name of Object.keys(run.record.tables).sort()) {
    const rule = run.pack.manifest.disclosure?.relations[name]
    const plan = rule === undefined ? undeclared(name, texts.has(name), run, guarded) : planned(rule, guarded)
    if (plan === null) faults.push(fault('disclosure.undeclared', { pack: run.pack.id, table: name }, name))
    else relations.set(name, plan)
  }
  return { run, guarded, relations, faults }
}

function planned(rule: ExportRule, guarded: readonly GuardedNeed[]): RelationPlan {
  if (rule === 'never') return { kind: 'never' }
  if (typeof rule === 'object' && 'inside' in rule) return { kind: 'inside', columns: rule.inside }
  if (rule === 'free') return { kind: 'free' }
  const inside = typeof rule === 'object' && 'kept' in rule ? rule.kept : []
  const free: RelationPlan = inside.length === 0 ? { kind: 'free' } : { kind: 'inside', columns: inside }
  if (guarded.length === 0) return free
  if (rule === 'quoted') return { kind: rule }
  // Counts of persons do not make the territories they live in persons.
  if (rule === 'units') return guarded.some(hasUnits) ? { kind: rule } : { kind: 'free' }
  if ('follows' in rule) return { kind: 'follows', rule }
  const of = guarded.find(({ need }) => rule.of === undefined || need === rule.of)
  return of === undefined ? free : { kind: 'cells', rule, of }
}

const hasUnits = ({ content }: GuardedNeed): boolean => content === 'units' || content === 'persons'

export const isCountName = (name: string): boolean =>
  /^(n|count|counts|persons|people|firms)$|^n_|_n$|_count$/.test(name)

/**
 * A table nobody declared: each column of persons is a count under the row's codes, and every number of the row goes
 * with it. A table of numbers with no such column says nothing of how many are behind it, so it cannot be let out.
 */
function undeclared(
  name: string,
  isText: boolean,
  { pack, record }: PublishedRun,
  guarded: readonly GuardedNeed[],
): RelationPlan | null {
  const [of] = guarded
  if (of === undefined) return { kind: 'free' }
  if (isText) return { kind: 'quoted' }
  const columns = record.schema[name] ?? []
  const units = unitsOf(pack.manifest, name)
  const numbers = columns.filter(({ type }) => type === 'number').map((column) => column.name)
  const counts = numbers.filter((column) => units.get(column) === 'persons' || isCountName(column))
  if (numbers.length === 0) return { kind: 'free' }
  const drawn = pack.manifest.tables[name] === undefined
  if (counts.length === 0) return drawn ? { kind: 'never' } : null
  const keys = columns
    .filter(({ type, name: column }) => type === 'text' && units.get(column) !== 'status')
    .map((column) => column.name)
  const cells = counts.map(
    (count): DisclosureCell => ({
      at: counts.length === 1 ? {} : { counted: count },
      count,
      columns: numbers.filter((column) => !counts.includes(column)),
      ...{ shares: {}, sides: {}, extremes: [], rests: [] },
    }),
  )
  return { kind: 'cells', rule: { keys, totals: {}, kept: [], measure: `${pack.id}.${name}`, cells }, of }
}

function unitsOf({ tables, charts }: PackManifest, relation: string): ReadonlyMap<string, string> {
  const chart = Object.values(charts).find(({ data }) => data === relation)
  const columns = tables[relation]?.columns ?? chart?.columns ?? {}
  return new Map(Object.entries(columns).map(([name, { unit }]) => [name, unit]))
}
