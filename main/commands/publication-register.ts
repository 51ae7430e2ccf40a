import type { PublicationEntry } from '../../analyses/model/audit'
import type { DisclosureRules, LedgerEntry } from '../../analyses/model/disclosure'
import type { Row } from '../../analyses/model/table'
import { type CsvTable, writeAtomically, writeCsv } from '../export'
import { ledgerOf, publicationLogOf } from './disclosure-commands'
import type { Session } from './session'

const columns = [
  ...['at', 'record', 'title', 'files', 'format', 'cells', 'hidden', 'entry'],
  ...['measure', 'codes', 'detail'],
].map((name) => ({ name }))

const empty: Row = Object.fromEntries(columns.map(({ name }) => [name, null]))

/** Rules that differ, as `minimum: 10 -> 31`; the names are those of the command line's `rules`. */
function changes(before: DisclosureRules, after: DisclosureRules): string {
  const names = Object.keys(after) as (keyof DisclosureRules)[]
  const texts = names.map((name) => [name, JSON.stringify(before[name]), JSON.stringify(after[name])])
  return texts.flatMap(([name, was, is]) => (was === is ? [] : [`${name}: ${was} -> ${is}`])).join('; ')
}

/** Cells an export hid that no earlier one had told of. What they hold stands nowhere here. */
const hiddenCells = ({ at, title, id, cells }: LedgerEntry): readonly Row[] =>
  cells
    .filter(({ value }) => value === null)
    .map(({ measure, codes }) => ({
      ...empty,
      ...{ at, record: 'hidden-cell', title, entry: id, measure },
      codes: Object.entries(codes)
        .map(([name, code]) => `${name}=${code}`)
        .join('; '),
    }))

const exportRow = (line: Extract<PublicationEntry, { kind: 'export' }>): Row => ({
  ...empty,
  ...{ at: line.at, record: 'export', title: line.title, files: line.files.join('; ') },
  ...{ format: line.format, cells: line.cells, hidden: line.hidden, entry: line.entry },
  detail: line.rules === undefined ? null : `rules of this export: ${JSON.stringify(line.rules)}`,
})

/**
 * Everything that left a project and every change of its rules, oldest first, each export followed by the cells it hid
 * first: what an auditor asks for, in one table whose names are the same in every language.
 */
export function publicationRegister(
  log: readonly PublicationEntry[],
  ledger: readonly LedgerEntry[],
): CsvTable {
  const entries = new Map(ledger.map((entry) => [entry.id, entry]))
  const rows = log.flatMap((line): readonly Row[] => {
    if (line.kind === 'rules')
      return [{ ...empty, at: line.at, record: 'rules', detail: changes(line.before, line.after) }]
    const entry = entries.get(line.entry ?? '')
    return [exportRow(line), ...(entry ? hiddenCells(entry) : [])]
  })
  // What is remembered without a line of the log has left all the same, before there was a log.
  const told = new Set(log.map((line) => (line.kind === 'export' ? line.entry : null)))
  const older = ledger
    .filter(({ id }) => !told.has(id))
    .flatMap((entry): readonly Row[] => {
      const { at, title, file, id, summary } = entry
      const hidden = summary.primary + summary.secondary
      return [
        {
          ...empty,
          ...{ at, record: 'export', title, files: file, cells: summary.cells, hidden, entry: id },
        },
        ...hiddenCells(entry),
      ]
    })
  return { columns, rows: [...older, ...rows] }
}

/** The register of the open project as a CSV file for spreadsheets. */
export async function saveRegister(session: Session, path: string) {
  const table = publicationRegister(await publicationLogOf(session), await ledgerOf(session))
  return writeAtomically(path, new TextEncoder().encode(writeCsv(table, { byteOrderMark: true })))
}
