import { readBirthNumber } from '../../../analyses/methods/personal-data/birth-number'
import { readPesel } from '../../../analyses/methods/personal-data/pesel'
import { firstFree } from '../../../analyses/model/naming'
import type { PersonalDecision } from '../../../analyses/model/personal-data'
import { textAt } from '../arrow/text-at'
import { type TextBatch, type TextColumn, textColumn } from '../arrow/text-columns'
import type { NamedColumn } from '../columns'
import type { Reject } from '../csv/rejects'
import type { SourceColumn, SourceTable, TableSink } from '../tables/source-table'
import { redact, redactWords } from './redact'

/** A pseudonym of a value, always the same for the same value and key. */
export type Pseudonym = (value: string) => string

/** What is to be done with the columns of a table, by their place. */
export type Decisions = ReadonlyMap<number, PersonalDecision>

/** One column of the treated table: where it comes from and what is made of its texts. */
interface Part {
  readonly column: SourceColumn
  readonly named: NamedColumn
  readonly from: number
  readonly make: ((text: string) => string | null) | null
}

/**
 * The table as it may be kept: columns dropped or pseudonymised before anything reaches the database, sex, year of
 * birth and age band derived from them first, identifiers in rejected records made unreadable; all words of those
 * records where `hideWords` says that what identifies persons has no form of its own.
 */
export function treatTable(
  table: SourceTable,
  columns: readonly NamedColumn[],
  decisions: Decisions,
  pseudonym: Pseudonym,
  year: number,
  hideWords: boolean,
): TreatedTable {
  if (![...decisions.values()].some(changes)) return { table, columns, made: new Map() }
  const taken = new Set(columns.map(({ name }) => name))
  const free = (name: string): string => {
    const own = firstFree(name, taken)
    taken.add(own)
    return own
  }
  const parts = table.columns.flatMap((column, i) => {
    const named = columns[i]
    return named === undefined ? [] : partsOf(column, named, i, decisions.get(i), pseudonym, year, free)
  })
  const made = new Map<string, readonly string[]>()
  for (const { from, named } of parts) {
    const source = columns[from]?.name
    if (source !== undefined && source !== named.name)
      made.set(source, [...(made.get(source) ?? []), named.name])
  }
  const treated = tableOf(table, parts, hideWords ? redactWords : redact)
  return { table: treated, columns: parts.map(({ named }) => named), made }
}

export interface TreatedTable {
  readonly table: SourceTable
  readonly columns: readonly NamedColumn[]
  /** Names of derived columns, by the name of the one they come from. */
  readonly made: ReadonlyMap<string, readonly string[]>
}

type Redact = (text: string) => string

const changes = ({ action }: PersonalDecision): boolean => action === 'drop' || action === 'pseudonymise'

function tableOf(table: SourceTable, parts: readonly Part[], unreadable: Redact): SourceTable {
  const { byteUse } = table
  return {
    ...table,
    columns: parts.map(({ column }) => column),
    // Derived texts have other bytes than the column they come from.
    byteUse:
      byteUse == null
        ? null
        : parts.map(
            ({ from, make }) => (make === null ? byteUse[from] : undefined) ?? new Uint8Array(256).fill(1),
          ),
    lines: [],
    async sample(limit) {
      const rows = await table.sample(limit)
      return rows.map((row) => parts.map(({ from, make }) => made(row[from] ?? null, make)))
    },
    read: (sink, job, progress) => table.read(treatedSink(sink, parts, unreadable), job, progress),
  }
}

const made = (text: string | null, make: Part['make']): string | null =>
  text === null || make === null ? text : text.trim() === '' ? text : make(text)

function partsOf(
  column: SourceColumn,
  named: NamedColumn,
  from: number,
  decision: PersonalDecision | undefined,
  pseudonym: Pseudonym,
  year: number,
  free: (name: string) => string,
): readonly Part[] {
  if (decision === undefined || decision.action === 'keep' || decision.action === 'not-personal') {
    return [{ column, named, from, make: null }]
  }
  const derived = (decision.derive ?? []).map((fact): Part => {
    const name = free(`${named.name}_${fact}`)
    const declared = factColumns[fact]
    const make = (text: string) => factOf(text, fact, year)
    return {
      column: { label: name, name, declared },
      named: { name, label: name, wanted: declared },
      from,
      make,
    }
  })
  if (decision.action === 'drop') return derived
  const declared = { type: 'text', role: 'identifier' } as const
  const kept = {
    column: { ...column, declared },
    named: { ...named, wanted: { ...declared, personal: decision } },
    from,
    make: pseudonym,
  }
  return [kept, ...derived]
}

const factColumns = {
  sex: { type: 'text', role: 'sex' },
  birth_year: { type: 'integer', role: 'period' },
  age_band: { type: 'text', role: 'age' },
} as const

const BAND_YEARS = 5
const OLDEST_BAND = 85

/** Sex (F, M), year of birth, or age band in whole years at the end of `year`; null when the identifier says nothing. */
function factOf(text: string, fact: 'sex' | 'birth_year' | 'age_band', year: number): string | null {
  const person = readBirthNumber(text) ?? readPesel(text)
  if (person === null) return null
  if (fact === 'sex') return person.sex
  const born = Number(person.born.slice(0, 4))
  if (fact === 'birth_year') return String(born)
  const age = year - born
  if (age < 0) return null
  const from = Math.min(OLDEST_BAND, Math.floor(age / BAND_YEARS) * BAND_YEARS)
  return from === OLDEST_BAND ? `${OLDEST_BAND}+` : `${from}-${from + BAND_YEARS - 1}`
}

const treatedSink = (sink: TableSink, parts: readonly Part[], unreadable: Redact): TableSink => ({
  rows: (batch) => sink.rows({ ...batch, columns: parts.map((part) => treatColumn(batch, part)) }),
  rejects: (rejects) =>
    sink.rejects(rejects.map((reject): Reject => ({ ...reject, raw: unreadable(reject.raw) }))),
})

function treatColumn({ columns, rows }: TextBatch, { from, make }: Part): TextColumn {
  const column = columns[from]
  if (column === undefined) throw new Error(`column ${from} of ${columns.length}`)
  if (make === null) return column
  return textColumn(Array.from({ length: rows }, (_, row) => made(textAt(column, row), make)))
}
