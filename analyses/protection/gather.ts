import type { Steps } from '../methods/core/steps'
import { hiddenBefore, hiddenReasons } from '../model/disclosure'
import { boundForm } from '../model/pack'
import type { DisclosureCell, DisclosureRelation } from '../model/pack-disclosure'
import type { OutputUnit, PackManifest } from '../model/pack-manifest'
import type { Cell, Row } from '../model/table'
import { type Codes, keyOf, sexDifference } from './codes'
import type { GuardedNeed } from './guarded-needs'
import type { RunPlan } from './plans'
import {
  type Figure,
  type Group,
  mainPart,
  newGroup,
  type Part,
  type Place,
  type Pool,
  poolName,
  same,
  unknown,
} from './pool'
import { RowCodes, textOf } from './row-codes'
import { sharePart } from './share-part'

/** A declared cell of a row as it was found, before it is known which pool it belongs to. */
interface Found {
  readonly codes: Codes
  readonly key: string
  readonly figures: ReadonlyMap<string, Figure>
  readonly place: Place
  readonly before: Group['before']
}

/** All groups of all runs of an export, by pool. The order of runs, tables and rows decides nothing. */
export function* gather(plans: readonly RunPlan[]): Steps<ReadonlyMap<string, Pool>> {
  const pools = new Map<string, Pool>()
  for (const [run, plan] of plans.entries()) {
    for (const [relation, one] of plan.relations) {
      if (one.kind !== 'cells') continue
      const kinds = new RowCodes(plan.run.pack.manifest, one.of, one.rule)
      const found = yield* cellsOf(plan, run, relation, one.rule, one.of, kinds)
      if (found.length > 0) place(pools, plan, relation, one.rule, one.of, kinds, found)
    }
    yield (run + 1) / plans.length
  }
  return pools
}

function* cellsOf(
  { run: { pack, record } }: RunPlan,
  run: number,
  relation: string,
  rule: DisclosureRelation,
  of: GuardedNeed,
  codes: RowCodes,
): Steps<readonly Found[]> {
  const found: Found[] = []
  const shares = sharesOf(rule, relation, of, pack.manifest)
  for (const [row, cells] of (record.tables[relation] ?? []).entries()) {
    if (row % 2048 === 2047) yield 0
    if (isDifference(cells, rule)) continue
    for (const [at, cell] of rule.cells.entries()) {
      const figures = figuresOf(cells, cell, shares, pack.id, of.content === 'counts')
      // A cell without a number of its own may rest on cells that have one.
      if (figures.size === 0 && cell.rests.length === 0) continue
      const own = codes.codesOf(cells, cell)
      const place = { run, relation, row, cell: at }
      found.push({ codes: own, key: keyOf(own), figures, place, before: beforeOf(cells, cell, pack.id) })
    }
  }
  return found
}

export const isDifference = (row: Row, { keys, cells }: DisclosureRelation): boolean =>
  [...keys, ...cells.flatMap(({ at }) => Object.values(at).map((code) => code.slice(1)))].some(
    (key) => row[key] === sexDifference,
  )

/** By how much a share column must be multiplied to be a share of one; a column of another unit is none. */
function sharesOf(
  rule: DisclosureRelation,
  relation: string,
  { need, input }: GuardedNeed,
  manifest: PackManifest,
): ReadonlyMap<string, number> {
  const chart = Object.values(manifest.charts).find(({ data }) => data === relation)
  const columns = manifest.tables[relation]?.columns ?? chart?.columns ?? {}
  const form = boundForm(manifest, need, Object.keys(input.columns)) ?? ''
  const scale: Partial<Record<OutputUnit, number>> = { proportion: 1, percent: 0.01 }
  return new Map(
    rule.cells.flatMap(({ shares }) =>
      Object.keys(shares).flatMap((share) => {
        const column = columns[share]
        const factor = column === undefined ? undefined : scale[column.in_form[form] ?? column.unit]
        return factor === undefined ? [] : [[share, factor] as const]
      }),
    ),
  )
}

const numberOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : unknown)

const counted = (part: Part, value: number): Figure => ({
  ...{ part, kind: 'count', value, contributors: value },
  ...{ largest: unknown, second: unknown },
})

function figuresOf(
  row: Row,
  cell: DisclosureCell,
  shares: ReadonlyMap<string, number>,
  pack: string,
  countsItself: boolean,
): ReadonlyMap<string, Figure> {
  const { count, sum, largest, second } = cell
  const figures = new Map<string, Figure>()
  const people = count === undefined ? unknown : numberOf(row[count])
  const there = (column: string) => (row[column] ?? null) !== null || wasHidden(row, column)
  // A sum of counts of persons says itself how many they are, where nobody says it better.
  if (sum !== undefined && there(sum) && countsItself && Number.isNaN(people))
    figures.set('count', counted(mainPart, numberOf(row[sum])))
  else if (sum !== undefined && there(sum))
    figures.set('sum all', {
      ...{ part: mainPart, kind: 'sum', value: numberOf(row[sum]), contributors: people },
      largest: largest === undefined ? unknown : numberOf(row[largest]),
      second: second === undefined ? unknown : numberOf(row[second]),
    })
  else if (count !== undefined && there(count)) figures.set('count', counted(mainPart, people))
  if (count === undefined) return figures
  for (const share of Object.keys(cell.shares)) {
    const scale = shares.get(share)
    // Nobody is there: nobody has the quality, and no share of them was hidden.
    if (scale === undefined || people === 0 || !there(share)) continue
    const part = sharePart(pack, cell, share)
    // A share of persons with weights is no whole number: who has the quality is then as good as the nearest.
    const has = Math.min(people, Math.max(0, Math.round(numberOf(row[share]) * scale * people)))
    figures.set(`has ${part}`, counted(part, has))
    figures.set(`not ${part}`, counted(part, people - has))
  }
  return figures
}

const hiddenCodes: ReadonlySet<string> = new Set([...hiddenReasons, ...hiddenBefore])

/** The status that speaks for a column: a side status of the longest fitting name, else that of the row. */
export function statusColumnOf(row: Row, column: string): string {
  const own = Object.keys(row)
    .filter((name) => name.endsWith('_status') && `${column}_`.startsWith(name.slice(0, -'status'.length)))
    .sort((a, b) => b.length - a.length)
  return own[0] ?? 'status'
}

export const wasHidden = (row: Row, column: string): boolean =>
  (row[column] ?? null) === null && hiddenCodes.has(textOf(row[statusColumnOf(row, column)]))

/** Parts whose numbers are not there because somebody has hidden them. */
function beforeOf(row: Row, cell: DisclosureCell, pack: string): Group['before'] {
  const before: Group['before'] = new Map()
  const columns = [
    [mainPart, cell.sum ?? cell.count],
    ...Object.keys(cell.shares).map((share) => [sharePart(pack, cell, share), share] as const),
  ] as const
  for (const [part, column] of columns) {
    if (column === undefined || !wasHidden(row, column)) continue
    if (part !== mainPart && cell.count !== undefined && row[cell.count] === 0) continue
    const status = textOf(row[statusColumnOf(row, column)])
    before.set(part, status === 'hidden-complementary' ? 'company' : 'sensitive')
  }
  return before
}

/** Cells whose numbers do not agree with those of a pool count something else: a pool of their own, still compared. */
function place(
  pools: Map<string, Pool>,
  { run: { pack, record } }: RunPlan,
  relation: string,
  { measure }: DisclosureRelation,
  of: GuardedNeed,
  { kinds }: RowCodes,
  found: readonly Found[],
): void {
  const basis = basisOf(of, pack.manifest)
  const variants = pack.manifest.disclosure?.variant ?? []
  const settings = variants.toSorted().map((name) => `${name}=${JSON.stringify(record.params[name] ?? null)}`)
  const [variant, all] = [settings.join(';'), `${pack.id}.${relation} ${JSON.stringify(record.params)}`]
  const unique = apart(found)
  for (let attempt = 0; ; attempt += 1) {
    const name = attempt === 0 ? variant : `${variant}|${all}${attempt === 1 ? '' : ` ${attempt}`}`
    const id = poolName(basis, name, measure)
    const pool = pools.get(id) ?? { basis, variant: name, measure, kinds: new Map(), groups: new Map() }
    if (unique.some((one) => disagrees(pool.groups.get(one.key), one))) continue
    pools.set(id, pool)
    for (const [dimension, kind] of kinds) pool.kinds.set(dimension, kind)
    for (const one of unique) add(pool, one)
    return
  }
}

/** Rows with the same codes but other numbers are told apart by their turn. */
function apart(found: readonly Found[]): readonly Found[] {
  const seen = new Map<string, Found[]>()
  return found.map((one) => {
    const before = seen.get(one.key) ?? []
    const other = before.some(({ figures }) => differ(figures, one.figures))
    seen.set(one.key, [...before, one])
    if (!other) return one
    const codes = { ...one.codes, '#': String(before.length) }
    return { ...one, codes, key: keyOf(codes) }
  })
}

function differ(one: ReadonlyMap<string, Figure>, other: ReadonlyMap<string, Figure>): boolean {
  return [...other].some(([family, { value }]) => {
    const known = one.get(family)?.value ?? unknown
    return !(Number.isNaN(known) || Number.isNaN(value) || same(known, value))
  })
}

const disagrees = (group: Group | undefined, { figures }: Found): boolean =>
  group !== undefined && differ(group.figures, figures)

function add(pool: Pool, { codes, key, figures, place: at, before }: Found): void {
  const group = pool.groups.get(key) ?? newGroup(codes, key)
  pool.groups.set(key, group)
  for (const [family, figure] of figures) {
    const known = group.figures.get(family)
    if (known === undefined || Number.isNaN(known.value)) group.figures.set(family, figure)
  }
  group.places.push(at)
  for (const [part, how] of before) if (group.before.get(part) !== 'sensitive') group.before.set(part, how)
}

/** What is counted: the file's content, and the measures that are taken from it. */
function basisOf({ need, input }: GuardedNeed, manifest: PackManifest): string {
  const spec = manifest.needs[need]?.columns ?? {}
  const measures = Object.entries(input.columns)
    .filter(([column]) => spec[column]?.role === 'measure')
    .flatMap(([, source]) => source)
    .sort()
  return `${input.sha256}:${measures.join(',')}`
}
