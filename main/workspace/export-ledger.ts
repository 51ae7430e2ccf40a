import { z } from 'zod'
import type { Database } from '../../analyses/model/database'
import {
  type DisclosureSummary,
  disclosureSummarySchema,
  type LedgerCell,
  type LedgerEntry,
  ledgerCellKey,
} from '../../analyses/model/disclosure'
import { tableIpc } from './arrow-table'

const codesSchema = z.record(z.string(), z.string())

/**
 * What has been exported from the project, oldest first. Every number and every hidden cell stands here once, with
 * the export that told it first. Nothing is ever taken away: not with runs, not with reports, not with data sets.
 */
export async function readLedger(database: Database): Promise<readonly LedgerEntry[]> {
  const cells = await cellsByEntry(database)
  const rows = await database.rows('select * from workbench.export_ledger order by position')
  return rows.map((row) => ({
    id: String(row['id']),
    at: String(row['exported_at']),
    title: String(row['title']),
    file: String(row['file']),
    summary: disclosureSummarySchema.parse(JSON.parse(String(row['summary']))),
    cells: cells.get(String(row['id'])) ?? [],
  }))
}

/** All cells told; of some data only where `bases` are given. A ledger is long: its few codes are read once each. */
async function cellsByEntry(
  database: Database,
  bases: readonly string[] | null = null,
): Promise<ReadonlyMap<string, LedgerCell[]>> {
  if (bases?.length === 0) return new Map()
  const names = (bases ?? []).map((_, at) => `b${at}`)
  const only = bases === null ? '' : ` where basis in (${names.map((name) => `$${name}`).join(', ')})`
  const rows = await database.rows(
    `select entry, basis, variant, codes, measure, value from workbench.export_cell${only} order by position`,
    Object.fromEntries(names.map((name, at) => [name, bases?.[at] ?? ''])),
  )
  const codesOf = new Map<string, LedgerCell['codes']>()
  const cells = new Map<string, LedgerCell[]>()
  for (const row of rows) {
    const [entry, text, value] = [String(row['entry']), String(row['codes']), row['value']]
    const codes = codesOf.get(text) ?? codesSchema.parse(JSON.parse(text))
    codesOf.set(text, codes)
    const cell = {
      ...{ basis: String(row['basis']), variant: String(row['variant']), codes },
      ...{ measure: String(row['measure']), value: typeof value === 'number' ? value : null },
    }
    const known = cells.get(entry)
    if (known === undefined) cells.set(entry, [cell])
    else known.push(cell)
  }
  return cells
}

export interface LedgerAddition {
  readonly title: string
  readonly file: string
  readonly summary: DisclosureSummary
  readonly cells: readonly LedgerCell[]
}

/**
 * Adds what an export tells beyond everything told before, inside the caller's transaction. The id of the new entry;
 * null when all of it had been told: the same thing in another format leaves no trace here.
 */
export async function appendToLedger(
  transaction: Database,
  { title, file, summary, cells }: LedgerAddition,
): Promise<string | null> {
  const bases = [...new Set(cells.map(({ basis }) => basis))]
  const told = new Set([...(await cellsByEntry(transaction, bases)).values()].flat().map(ledgerCellKey))
  const fresh = new Map(
    cells.map((cell) => [ledgerCellKey(cell), cell] as const).filter(([key]) => !told.has(key)),
  )
  if (fresh.size === 0) return null
  const [last] = await transaction.rows(
    'select coalesce(max(position), 0) as last from workbench.export_cell',
  )
  const [row] = await transaction.rows(
    'select coalesce(max(position), 0) + 1 as next from workbench.export_ledger',
  )
  const position = Number(row?.['next'] ?? 1)
  const id = `export-${String(position).padStart(4, '0')}`
  await transaction.execute(
    'insert into workbench.export_ledger values ($id, $position, $at, $title, $file, $summary)',
    { id, position, at: new Date().toISOString(), title, file, summary: JSON.stringify(summary) },
  )
  await transaction.insertArrow(
    { schema: 'workbench', name: 'export_cell' },
    cellsIpc(id, Number(last?.['last'] ?? 0), [...fresh.values()]),
  )
  return id
}

function cellsIpc(entry: string, from: number, cells: readonly LedgerCell[]): Uint8Array {
  return tableIpc({
    columns: [
      { name: 'entry', type: 'text' },
      { name: 'position', type: 'number' },
      { name: 'basis', type: 'text' },
      { name: 'variant', type: 'text' },
      { name: 'codes', type: 'text' },
      { name: 'measure', type: 'text' },
      { name: 'value', type: 'number' },
    ],
    rows: cells.map((cell, index) => ({
      entry,
      position: from + index + 1,
      ...cell,
      codes: JSON.stringify(cell.codes),
    })),
  })
}
