import type { Steps } from '../methods/core/steps'
import type { DisclosureRules, HiddenReason } from '../model/disclosure'
import type { DisclosureCell, DisclosureRelation, FollowingRelation } from '../model/pack-disclosure'
import type { Cell, Row, TableColumn } from '../model/table'
import { isDifference, statusColumnOf, wasHidden } from './gather'
import {
  allColumns,
  columnsOfGroup,
  columnsOfRules,
  followedNames,
  type HiddenColumns,
  rawCodes,
} from './hidden-columns'
import type { HiddenGroups } from './hidden-groups'
import { evenRows, markedRow } from './mark-row'
import type { RelationPlan, RunPlan } from './plans'
import { mainPart } from './pool'
import { textOf } from './row-codes'

/** A run's relations as they may leave, and what they lost. */
export interface AppliedRun {
  readonly tables: Record<string, Row[]>
  readonly schema: Record<string, TableColumn[]>
  /** Relation -> rows that lost a value, by their number in the record as it was. */
  readonly lost: ReadonlyMap<string, ReadonlySet<number>>
  /** Relation -> hidden numbers with the rows they stood in. */
  readonly taken: readonly Taken[]
  readonly reasons: ReadonlyMap<string, number>
}

export interface Taken {
  readonly relation: string
  readonly row: number
  readonly column: string
  readonly value: number
}

/** Takes out of every relation of a run what is hidden. */
export function* applyToRun(
  plan: RunPlan,
  run: number,
  groups: HiddenGroups,
  rules: DisclosureRules,
): Steps<AppliedRun> {
  const applying = new Applying(plan, run, groups, rules)
  const order = [...plan.relations].sort(
    ([, a], [, b]) => Number(a.kind === 'follows') - Number(b.kind === 'follows'),
  )
  for (const [relation, one] of order) yield* applying.relation(relation, one)
  return applying.done()
}

class Applying {
  private readonly tables: Record<string, Row[]> = {}
  private readonly schema: Record<string, TableColumn[]> = {}
  private readonly lost = new Map<string, Set<number>>()
  private readonly taken: Taken[] = []
  private readonly reasons = new Map<string, number>()
  constructor(
    private readonly plan: RunPlan,
    private readonly run: number,
    private readonly groups: HiddenGroups,
    private readonly rules: DisclosureRules,
  ) {}

  *relation(name: string, plan: RelationPlan): Steps<void> {
    const { tables, schema } = this.plan.run.record
    const rows = tables[name] ?? []
    const columns = schema[name] ?? []
    switch (plan.kind) {
      case 'never':
        this.put(name, [], columns)
        return
      case 'units':
        this.withhold(name, rows, columns)
        return
      case 'inside':
        this.put(name, ...withoutColumns(name, plan.columns, rows, columns, this.plan))
        return
      case 'cells':
        this.put(
          name,
          ...withoutColumns(
            name,
            plan.rule.kept,
            yield* this.cells(name, plan.rule, rows),
            columns,
            this.plan,
          ),
        )
        return
      case 'follows':
        this.put(name, yield* this.following(name, plan.rule, rows), columns)
        return
      default:
        this.put(name, [...rows], columns)
    }
  }

  private put(name: string, rows: readonly Row[], columns: readonly TableColumn[]): void {
    const even = evenRows(rows, columns)
    this.tables[name] = even.rows
    this.schema[name] = even.schema
  }

  /** Rows that are persons or firms: one row says that there were some, and none of them is shown. */
  private withhold(name: string, rows: readonly Row[], columns: readonly TableColumn[]): void {
    const isTable = this.plan.run.pack.manifest.tables[name] !== undefined
    const blank: Record<string, Cell> = Object.fromEntries(columns.map((column) => [column.name, null]))
    this.lost.set(name, new Set(rows.keys()))
    for (const [row, cells] of rows.entries()) this.takeAll(name, row, cells, columns)
    if (rows.length > 0) this.count('hidden-unit', 1)
    this.put(name, isTable && rows.length > 0 ? [{ ...blank, status: 'hidden-unit' }] : [], columns)
  }

  private takeAll(relation: string, row: number, cells: Row, columns: readonly TableColumn[]): void {
    for (const { name } of columns) this.take(relation, row, name, cells[name])
  }

  private take(relation: string, row: number, column: string, value: Cell | undefined): void {
    if (typeof value === 'number') this.taken.push({ relation, row, column, value })
  }

  private count(reason: string, more: number): void {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + more)
  }

  private *cells(name: string, rule: DisclosureRelation, rows: readonly Row[]): Steps<readonly Row[]> {
    const differences: number[] = []
    const result: Row[] = []
    for (const [at, row] of rows.entries()) {
      if (at % 2048 === 2047) yield 0
      if (isDifference(row, rule)) {
        differences.push(at)
        result.push(row)
      } else result.push(this.hideIn(name, at, row, this.columnsOf(name, at, row, rule.cells)))
    }
    const own = { follows: name, keys: rule.keys, columns: [...new Set(rule.cells.flatMap(allColumns))] }
    if (differences.length > 0) {
      const names = this.followed(own)
      for (const at of differences) {
        const row = rows[at] ?? {}
        result[at] = this.hideIn(name, at, row, columnsOfFollowed(row, own, names))
      }
    }
    return result
  }

  private columnsOf(name: string, at: number, row: Row, cells: readonly DisclosureCell[]): HiddenColumns {
    const columns: HiddenColumns = new Map()
    for (const [cell, declared] of cells.entries()) {
      const group = this.groups.at(this.run, name, at, cell)
      columnsOfGroup(declared, group, this.plan.run.pack.id, columns)
      columnsOfRules(row, declared, group, this.rules, columns)
      if (declared.rests.length > 0 && group !== undefined && this.groups.within(group))
        for (const column of declared.rests)
          if (!columns.has(column)) columns.set(column, 'hidden-complementary')
    }
    return columns
  }

  private hideIn(name: string, at: number, row: Row, columns: HiddenColumns): Row {
    for (const [column, reason] of columns) {
      if ((row[column] ?? null) === null) {
        // Hidden before it came here: by the pack, by who delivered the data, or by an earlier protection.
        if (wasHidden(row, column)) this.count(textOf(row[statusColumnOf(row, column)]), 1)
        continue
      }
      this.take(name, at, column, row[column])
      this.count(reason, 1)
      const lost = this.lost.get(name) ?? new Set<number>()
      this.lost.set(name, lost.add(at))
    }
    return markedRow(row, columns)
  }

  private *following(name: string, rule: FollowingRelation, rows: readonly Row[]): Steps<readonly Row[]> {
    const names = this.followed(rule)
    const result: Row[] = []
    for (const [at, row] of rows.entries()) {
      if (at % 2048 === 2047) yield 0
      result.push(this.hideIn(name, at, row, columnsOfFollowed(row, rule, names)))
    }
    return result
  }

  /** Keys of hidden cells of the relations that are followed, with the reason; a cell without a key fits any. */
  private followed({ follows, keys }: FollowingRelation): Followed {
    const found: Followed = { names: new Map(), shapes: new Map() }
    for (const relation of typeof follows === 'string' ? [follows] : follows) {
      const plan = this.plan.relations.get(relation)
      const rows = this.plan.run.record.tables[relation] ?? []
      for (const [at, row] of rows.entries()) {
        if (plan?.kind === 'cells') this.followCells(relation, plan.rule, at, row, keys, found)
        else if (this.lost.get(relation)?.has(at))
          remember(
            found,
            keys,
            new Map(Object.keys(row).map((key) => [key, textOf(row[key])])),
            'hidden-complementary',
          )
      }
    }
    return found
  }

  private followCells(
    relation: string,
    rule: DisclosureRelation,
    at: number,
    row: Row,
    keys: readonly string[],
    found: Followed,
  ): void {
    if (isDifference(row, rule)) return
    for (const [cell, declared] of rule.cells.entries()) {
      const group = this.groups.at(this.run, relation, at, cell)
      if (group === undefined || group.hidden.size === 0) continue
      const reason = group.hidden.get(mainPart) ?? [...group.hidden.values()][0] ?? 'hidden-complementary'
      remember(found, keys, rawCodes(row, rule, declared), reason)
    }
  }

  done(): AppliedRun {
    const { tables, schema, lost, taken, reasons } = this
    const names = Object.keys(this.plan.run.record.tables)
    const sorted = <T>(of: Record<string, T>): Record<string, T> =>
      Object.fromEntries(names.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]] as const])))
    return { tables: sorted(tables), schema: sorted(schema), lost, taken, reasons }
  }
}

/** Hidden keys by which of the keys a cell has at all. */
interface Followed {
  readonly names: Map<string, HiddenReason>
  readonly shapes: Map<string, readonly string[]>
}

function remember(
  { names, shapes }: Followed,
  keys: readonly string[],
  codes: ReadonlyMap<string, string>,
  reason: HiddenReason,
): void {
  const own = keys.filter((key) => codes.has(key))
  const shape = own.join('\u0002')
  shapes.set(shape, own)
  const name = `${shape}\u0003${own.map((key) => codes.get(key)).join('\u0001')}`
  if (!names.has(name)) names.set(name, reason)
}

function columnsOfFollowed(
  row: Row,
  { columns }: { readonly columns: readonly string[] },
  found: Followed,
): HiddenColumns {
  for (const [shape, keys] of found.shapes)
    for (const name of followedNames(row, keys)) {
      const reason = found.names.get(`${shape}\u0003${name}`)
      if (reason !== undefined) return new Map(columns.map((column) => [column, reason]))
    }
  return new Map()
}

/** Columns of the inside: gone from tables; empty where a picture is drawn from them, so that it finds its columns. */
function withoutColumns(
  name: string,
  gone: readonly string[],
  rows: readonly Row[],
  columns: readonly TableColumn[],
  { run: { pack } }: RunPlan,
): [readonly Row[], readonly TableColumn[]] {
  if (gone.length === 0) return [rows, columns]
  const inside = new Set(gone)
  if (pack.charts.some(({ data, text }) => data === name || text === name))
    return [
      rows.map((row) => ({
        ...row,
        ...Object.fromEntries(gone.filter((one) => one in row).map((one) => [one, null])),
      })),
      columns,
    ]
  const kept = ([column]: readonly [string, unknown]) => !inside.has(column)
  return [
    rows.map((row) => Object.fromEntries(Object.entries(row).filter(kept))),
    columns.filter((column) => !inside.has(column.name)),
  ]
}
