import type { Composition } from '../../analyses/model/composition'
import type { DisclosureSummary } from '../../analyses/model/disclosure'
import type { Locale } from '../../analyses/model/locale'
import type { ReportDocument } from '../../analyses/model/report-document'
import { buildComposition, buildReport } from '../../analyses/report'
import type { ExportFormat } from '../../preload/contract/methods'
import type { ProtectedRun } from '../export'

export interface Exhibit {
  readonly runs: readonly ProtectedRun[]
  readonly composition: Composition | null
  readonly disclosure: DisclosureSummary
}

/** The report of protected runs as one document, for the window and for every format. */
export function documentOf(
  { runs, composition, disclosure }: Exhibit,
  { locale, format }: { readonly locale: Locale; readonly format: ExportFormat | 'window' },
): ReportDocument {
  // A workbook is for counting on: it holds every row.
  const rows = format === 'xlsx' ? { mostRows: Number.MAX_SAFE_INTEGER } : {}
  if (composition !== null) {
    const named = new Map(runs.map(({ key, pack, record }) => [key, { pack, record }]))
    return { ...buildComposition({ composition, runs: named, locale, ...rows }), disclosure }
  }
  const [only] = runs
  if (only === undefined) throw new Error('a report of nothing')
  return { ...buildReport({ pack: only.pack, record: only.record, locale, ...rows }), disclosure }
}
