import type { Problem } from '../../../analyses/model/data-set'
import type { ProblemCode } from '../../../analyses/model/problems'
import { problem } from '../problem'
import type { Finding, FindingCode } from './findings'

/** Findings that have a sentence of their own; all others are about single places of the metadata. */
const own: Partial<Record<FindingCode, ProblemCode>> = {
  json: 'csvw.metadata-unreadable',
  'not-describing': 'csvw.metadata-other-file',
  'table-missing': 'csvw.table-missing',
  'table-unreadable': 'csvw.table-unreadable',
  'schema-missing': 'csvw.schema-missing',
  'columns-number': 'csvw.columns-number',
  'column-title': 'csvw.column-title',
  'cell-required': 'csvw.cell-required',
  'cell-value': 'csvw.cell-value',
  'cell-length': 'csvw.cell-length',
  'cell-range': 'csvw.cell-range',
  'key-repeated': 'csvw.key-repeated',
  'key-unchecked': 'csvw.key-unchecked',
  'reference-missing': 'csvw.reference-missing',
  'reference-ambiguous': 'csvw.reference-ambiguous',
}

const aboutColumn = new Set<FindingCode>([
  'column-title',
  'cell-required',
  'cell-value',
  'cell-length',
  'cell-range',
  'key-repeated',
  'reference-missing',
  'reference-ambiguous',
])

/** Findings as the receipt tells them: one per column and kind, those about the metadata together. */
export function problemsOf(findings: readonly Finding[]): readonly Problem[] {
  const single = findings.filter(({ code }) => own[code] !== undefined)
  const rest = findings.filter(({ code }) => own[code] === undefined)
  return [...single.flatMap(singleProblem), ...together(rest, 'error'), ...together(rest, 'warning')]
}

function singleProblem({ code, count, line, at, detail, file }: Finding): readonly Problem[] {
  const text = own[code]
  if (text === undefined) return []
  return [problem(text, count, line, aboutColumn.has(code) ? at : undefined, detail || file)]
}

function together(findings: readonly Finding[], severity: Finding['severity']): readonly Problem[] {
  const some = findings.filter((finding) => finding.severity === severity)
  const [first] = some
  if (first === undefined) return []
  const count = some.reduce((sum, finding) => sum + finding.count, 0)
  const place = [first.file, first.at].filter((part) => part !== '').join(': ')
  return [
    problem(
      severity === 'error' ? 'csvw.metadata-error' : 'csvw.metadata-warning',
      count,
      null,
      undefined,
      place,
    ),
  ]
}
