/** What may be wrong with a CSV on the Web: in its metadata, where it is looked for, in the table and in its cells. */
export const findingCodes = [
  'json',
  'context',
  'not-describing',
  'property-unknown',
  'property-value',
  'property-missing',
  'common-property',
  'array-item',
  'id',
  'type',
  'column-name',
  'column-name-repeated',
  'virtual-order',
  'datatype',
  'datatype-constraint',
  'format',
  'column-reference',
  'table-reference',
  'schema-missing',
  'table-missing',
  'table-unreadable',
  'columns-number',
  'column-title',
  'row-width',
  'cell-required',
  'cell-value',
  'cell-length',
  'cell-range',
  'key-repeated',
  'key-unchecked',
  'reference-missing',
  'reference-ambiguous',
] as const
export type FindingCode = (typeof findingCodes)[number]

export interface Finding {
  readonly severity: 'error' | 'warning'
  readonly code: FindingCode
  /** File that it is about. */
  readonly file: string
  /** Place in the metadata (`tables[0].tableSchema.columns[2].datatype`) or name of the column; '' = the whole file. */
  readonly at: string
  /** Physical line and 1-based field of the first such cell; null for metadata. */
  readonly line: number | null
  readonly field: number | null
  count: number
  /** A word of the metadata that helps to find it: a name, a missing file. Never a cell's value. */
  readonly detail: string
}

export interface CellPlace {
  readonly line: number
  readonly field?: number
}

/** Beyond this many kinds the first ones tell enough: metadata that is wrong everywhere must not fill the memory. */
const MAX_KINDS = 2000

/** Collects findings; those of one kind about one column are counted, with the place of the first. */
export class Findings {
  private readonly byKind = new Map<string, Finding>()

  error(code: FindingCode, file: string, at = '', detail = '', cell?: CellPlace): void {
    this.add('error', code, file, at, detail, cell)
  }

  warn(code: FindingCode, file: string, at = '', detail = '', cell?: CellPlace): void {
    this.add('warning', code, file, at, detail, cell)
  }

  get all(): readonly Finding[] {
    return [...this.byKind.values()]
  }

  get errors(): readonly Finding[] {
    return this.all.filter(({ severity }) => severity === 'error')
  }

  get warnings(): readonly Finding[] {
    return this.all.filter(({ severity }) => severity === 'warning')
  }

  addAll(others: Findings): void {
    for (const { severity, code, file, at, detail, line, field, count } of others.all) {
      const cell = line === null ? undefined : { line, ...(field === null ? {} : { field }) }
      this.add(severity, code, file, at, detail, cell, count)
    }
  }

  private add(
    severity: Finding['severity'],
    code: FindingCode,
    file: string,
    at: string,
    detail: string,
    cell: CellPlace | undefined,
    count = 1,
  ): void {
    const key = `${severity}\n${code}\n${file}\n${at}\n${detail}`
    const known = this.byKind.get(key)
    if (known !== undefined) {
      known.count += count
      return
    }
    if (this.byKind.size >= MAX_KINDS) return
    const line = cell?.line ?? null
    this.byKind.set(key, { severity, code, file, at, line, field: cell?.field ?? null, count, detail })
  }
}
