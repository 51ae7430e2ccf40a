import type { DataSet, Problem } from '../../../analyses/model/data-set'
import type { ProblemCode } from '../../../analyses/model/problems'
import type { ColumnProfile, QualityFinding } from '../../../analyses/model/profile'

/** More missing cells than this share of a column are serious; more than the second, notable. */
const MANY_MISSING = 0.5
const SOME_MISSING = 0.05

const severityRank = { serious: 0, notable: 1, note: 2 } as const

/** Problems of the import that touch the numbers themselves. */
const seriousCodes: ReadonlySet<string> = new Set<ProblemCode>([
  'records.rejected',
  'column.cells-of-other-type',
  'column.ambiguous-date',
  'text.replacement-characters',
])

/** What the import told and what the profile shows, most serious first. */
export function qualityFindings(
  { receipt }: DataSet,
  profiles: readonly ColumnProfile[],
  key: readonly string[],
  duplicates: number,
): readonly QualityFinding[] {
  const found: QualityFinding[] = receipt.problems.map((problem) => ({
    severity: seriousCodes.has(problem.code) ? 'serious' : 'notable',
    problem,
  }))
  if (duplicates > 0) {
    found.push({
      severity: 'serious',
      problem: of('quality.duplicate-keys', duplicates, undefined, key.join(', ')),
    })
  }
  for (const profile of profiles) found.push(...columnFindings(profile))
  return found.sort((a, b) => severityRank[a.severity] - severityRank[b.severity])
}

function columnFindings({
  column,
  rows,
  missing,
  constant,
  numbers,
}: ColumnProfile): readonly QualityFinding[] {
  const found: QualityFinding[] = []
  const share = rows === 0 ? 0 : missing / rows
  const status = column.derived?.as === 'status'
  if (!status && share > SOME_MISSING) {
    const severity = share > MANY_MISSING ? 'serious' : 'notable'
    found.push({ severity, problem: of('quality.missing', missing, column.name) })
  }
  if (constant && !status)
    found.push({ severity: 'note', problem: of('quality.constant', rows, column.name) })
  if (numbers !== null && numbers.outliers > 0 && column.role === 'measure') {
    found.push({ severity: 'notable', problem: of('quality.outliers', numbers.outliers, column.name) })
  }
  if ((column.totals?.length ?? 0) > 0) {
    const names = column.totals?.map(({ value }) => value || '∅').join(', ')
    found.push({
      severity: 'notable',
      problem: of('quality.totals-inside', column.totals?.length ?? 0, column.name, names),
    })
  }
  return found
}

const of = (code: ProblemCode, count: number, column?: string, subject?: string): Problem => ({
  code,
  count,
  example_line: null,
  ...(column === undefined ? {} : { column }),
  ...(subject === undefined ? {} : { subject }),
})
