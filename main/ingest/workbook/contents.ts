import type { ImportOptions, Problem } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import type { Contents } from '../formats/format'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import type { SourceTable } from '../tables/source-table'
import { Breath } from './breath'
import { sheetTable, type WorkbookFormat } from './sheet-table'
import { countFacts } from './table-facts'
import { type FoundTable, findTables } from './tables/find-tables'
import type { KnownHeader } from './tables/split-rows'
import type { Sheet, Workbook } from './workbook'

const SHOWN_NAMES = 10

/**
 * The tables of a workbook: those that load by default first, then hidden sheets and what stands beside the data.
 * Faults: `import.workbook-empty`.
 */
export async function workbookContents(
  source: ByteSource,
  format: WorkbookFormat,
  workbook: Workbook,
  options: ImportOptions,
  { signal }: JobContext,
): Promise<Contents> {
  const breath = new Breath(signal)
  const tables: SourceTable[] = []
  const problems: Problem[] = [...hiddenSheets(workbook)]
  for (const sheet of workbook.sheets) {
    const {
      tables: found,
      strayCells,
      firstStray,
    } = await findTables(sheet.grid, knownHeader(options, sheet, workbook), breath)
    const ordered = [...found.filter(({ main }) => main), ...found.filter(({ main }) => !main)]
    if (strayCells > 0) problems.push(problem('cells.beside', strayCells, firstStray, undefined, sheet.name))
    for (const [i, each] of ordered.entries()) {
      const facts = await countFacts(sheet.grid, each, breath)
      const number = numberOf(ordered, i)
      const setting = { source, format, epoch: workbook.epoch, sheet, found: each, facts, number }
      tables.push(sheetTable({ ...setting, problems: [] }))
    }
  }
  if (tables.length === 0)
    refuse('import.workbook-empty', { file: source.file, sheets: workbook.sheets.length }, source.path)
  return {
    tables: [...tables.filter(({ byDefault }) => byDefault), ...tables.filter(({ byDefault }) => !byDefault)],
    encoding: 'binary',
    encodingConfidence: 'certain',
    problems,
  }
}

/** The only data table of a sheet has the sheet's own name, whatever stands beside it. */
function numberOf(tables: readonly FoundTable[], index: number): number | null {
  const mains = tables.filter(({ main }) => main).length
  return mains <= 1 && index === 0 ? null : index + 1
}

function hiddenSheets({ sheets }: Workbook): readonly Problem[] {
  const hidden = sheets.filter(({ visibility }) => visibility !== 'visible').map(({ name }) => name)
  if (hidden.length === 0) return []
  const names = hidden.slice(0, SHOWN_NAMES).join(', ') + (hidden.length > SHOWN_NAMES ? ', …' : '')
  return [problem('sheets.hidden', hidden.length, null, undefined, names)]
}

/** What a person says of header and notes concerns one sheet: the one that was chosen, or the only one. */
function knownHeader(options: ImportOptions, sheet: Sheet, { sheets }: Workbook): KnownHeader | null {
  const { headerLine, headerLines, preambleLines, footerLines = null, only } = options
  const said = headerLine !== undefined || preambleLines !== undefined || headerLines !== undefined
  const meant = only === undefined ? sheets.length === 1 : only.length === 1 && only[0] === sheet.name
  if (!meant || (!said && footerLines === null)) return null
  const above = preambleLines ?? 0
  if (headerLine === null || headerLines === 0) return { first: above, last: above - 1, footer: footerLines }
  if (headerLine === undefined && preambleLines === undefined) return null
  const last = headerLine === undefined ? above + (headerLines ?? 1) - 1 : headerLine - 1
  return { first: last - (headerLines ?? 1) + 1, last, footer: footerLines }
}
