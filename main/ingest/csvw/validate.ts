import { FaultError } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import type { ByteSource } from '../source/byte-source'
import type { Survey } from '../text/survey'
import { type BoundColumn, bindColumns } from './check/bind-columns'
import { KeyTable } from './check/key-table'
import {
  KeyCollector,
  type KeyColumns,
  type Reference,
  TableCheck,
  type TableRules,
} from './check/table-check'
import type { Findings } from './findings'
import type { Web } from './locate'
import { type CsvwDialect, defaultDialect } from './metadata/dialect'
import type { ForeignKey } from './metadata/schema'
import type { CsvwTable, TableGroup } from './metadata/table-group'
import { csvwRows, surveyTable } from './rows'

/** A table of the group whose file is here, with its columns bound. */
export interface OpenTable {
  readonly table: CsvwTable
  readonly source: ByteSource
  readonly survey: Survey
  readonly dialect: CsvwDialect
  readonly columns: readonly BoundColumn[]
}

/** The tables of a group, opened when they are needed, and the keys that others refer to. */
export class GroupSession {
  private readonly opened = new Map<string, Promise<OpenTable | null>>()
  private readonly keys = new Map<string, Promise<KeyTable>>()

  constructor(
    private readonly group: TableGroup,
    private readonly web: Web,
    private readonly findings: Findings,
    private readonly job: JobContext,
  ) {}

  /** Null, with an error, when the file is not here or cannot be read. */
  open(table: CsvwTable): Promise<OpenTable | null> {
    const known = this.opened.get(table.url)
    if (known !== undefined) return known
    const opening = this.openNow(table)
    this.opened.set(table.url, opening)
    return opening
  }

  /** What the rows of the table must keep to. Reads the tables that its foreign keys refer to. */
  async rules({
    table,
    source,
    columns,
  }: Pick<OpenTable, 'table' | 'source' | 'columns'>): Promise<TableRules> {
    const names = columns.map(({ name }) => name)
    const key = table.schema?.primaryKey ?? []
    const places = key.map((name) => names.indexOf(name))
    const whole = key.length > 0 && places.every((place) => place >= 0)
    const references: Reference[] = []
    for (const foreign of table.schema?.foreignKeys ?? []) {
      const reference = await this.reference(foreign, names)
      if (reference !== null) references.push(reference)
    }
    return {
      file: source.file,
      columns,
      primaryKey: whole ? { columns: places, table: new KeyTable(), names: key.join(', ') } : null,
      references,
    }
  }

  private async openNow(table: CsvwTable): Promise<OpenTable | null> {
    const { findings, group, job } = this
    const source = await this.web.open(table.url)
    if (source === null) {
      findings.error('table-missing', group.file, table.at, lastPart(table.url))
      return null
    }
    const dialect = table.dialect ?? defaultDialect
    try {
      const survey = await surveyTable(source, dialect, job)
      const header = await readHeader(source, survey, dialect, job)
      return { table, source, survey, dialect, columns: bindColumns(table, header, source.file, findings) }
    } catch (error) {
      if (!(error instanceof FaultError)) throw error
      findings.error('table-unreadable', source.file, '', error.fault.code)
      return null
    }
  }

  private async reference(foreign: ForeignKey, names: readonly (string | null)[]): Promise<Reference | null> {
    const { findings, group } = this
    const target = group.tables.find(({ url, schema }) =>
      foreign.resource === null
        ? foreign.schema === schema?.id || foreign.schema === schema?.url
        : url === foreign.resource,
    )
    if (target === undefined) {
      findings.error(
        'table-reference',
        group.file,
        foreign.at,
        lastPart(foreign.resource ?? foreign.schema ?? ''),
      )
      return null
    }
    const open = await this.open(target)
    if (open === null) return null
    const there = open.columns.map(({ name }) => name)
    const unknown = foreign.referenced.find((name) => !there.includes(name))
    if (unknown !== undefined) {
      findings.error('column-reference', group.file, foreign.at, unknown)
      return null
    }
    const places = foreign.referenced.map((name) => there.indexOf(name))
    const table = await this.keysOf(open, places)
    return {
      columns: foreign.columns.map((name) => names.indexOf(name)),
      table,
      names: foreign.columns.join(', '),
      target: open.source.file,
    }
  }

  private keysOf(open: OpenTable, columns: readonly number[]): Promise<KeyTable> {
    const id = `${open.table.url}\n${columns.join(',')}`
    const known = this.keys.get(id)
    if (known !== undefined) return known
    const reading = this.collectKeys(open, { columns, table: new KeyTable() })
    this.keys.set(id, reading)
    return reading
  }

  private async collectKeys(
    { source, survey, dialect, columns }: OpenTable,
    key: KeyColumns,
  ): Promise<KeyTable> {
    const collector = new KeyCollector(columns, [key])
    for await (const rows of bodyRows(source, survey, dialect, this.job))
      for (const { cells } of rows) collector.row(cells)
    if (key.table.overflown) this.findings.warn('key-unchecked', source.file)
    return key.table
  }
}

/** Cells over each column from the header rows; for a file without header, as many columns as its first row has. */
async function readHeader(source: ByteSource, survey: Survey, dialect: CsvwDialect, job: JobContext) {
  const wanted = Math.max(1, dialect.headerRowCount)
  const rows: (readonly string[])[] = []
  for await (const some of csvwRows(source, survey, dialect, job)) {
    rows.push(...some.slice(0, wanted - rows.length).map(({ cells }) => cells))
    if (rows.length >= wanted) break
  }
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const titled = dialect.headerRowCount === 0 ? [] : rows
  return Array.from({ length: width }, (_, i) => titled.map((cells) => cells[i] ?? ''))
}

async function* bodyRows(source: ByteSource, survey: Survey, dialect: CsvwDialect, job: JobContext) {
  let toSkip = dialect.headerRowCount
  for await (const rows of csvwRows(source, survey, dialect, job)) {
    const skipped = Math.min(toSkip, rows.length)
    toSkip -= skipped
    yield skipped === 0 ? rows : rows.slice(skipped)
  }
}

/** Checks every table of the group against its metadata, row by row. */
export async function validateGroup(
  group: TableGroup,
  web: Web,
  findings: Findings,
  job: JobContext,
): Promise<void> {
  const session = new GroupSession(group, web, findings, job)
  for (const table of group.tables) {
    const open = await session.open(table)
    if (open === null) continue
    const check = new TableCheck(await session.rules(open), findings)
    const width = open.columns.length
    for await (const rows of bodyRows(open.source, open.survey, open.dialect, job)) {
      for (const { cells, line } of rows) {
        if (cells.length !== width) findings.error('row-width', open.source.file, '', '', { line })
        check.row(cells, line)
      }
    }
  }
}

/** A table about which nothing is known but what its file says. */
export const bareGroup = (url: string, file: string): TableGroup => ({
  file,
  url,
  tables: [{ url, schema: null, dialect: null, lang: 'und', title: null, at: '' }],
})

export const lastPart = (url: string): string => {
  const path = url.replace(/[?#].*$/s, '')
  const part = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
