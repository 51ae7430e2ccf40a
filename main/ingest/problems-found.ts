import type { Problem } from '../../analyses/model/data-set'
import { plainName } from '../../analyses/model/naming'
import type { ProblemCode } from '../../analyses/model/problems'
import type { BodyCounts } from './csv/read-body'
import type { Prepared } from './prepare'

const problem = (code: ProblemCode, count: number, line: number | null, column?: string): Problem => ({
  code,
  count,
  example_line: line,
  ...(column === undefined ? {} : { column }),
})

/** More blank lines than a careless end of file leaves. */
const FEW_BLANK_LINES = 3

/** What the pre-scan and the reading of the body noticed, apart from single columns. */
export function problemsFound(
  { survey, layout, names, labels, eurostat }: Prepared,
  counts: BodyCounts,
  rejected: number,
  firstRejected: number | null,
): readonly Problem[] {
  const found: Problem[] = []
  if (survey.confidence === 'guess') found.push(problem('encoding.guessed', 1, null))
  if (counts.read === 0) found.push(problem('rows.none', 1, layout.dialect.headerLine))
  if (counts.blank > FEW_BLANK_LINES) found.push(problem('lines.blank', counts.blank, null))
  if (rejected > 0) found.push(problem('records.rejected', rejected, firstRejected))
  if (counts.strayQuotes > 0)
    found.push(problem('records.stray-quote', counts.strayQuotes, counts.firstStray))
  if (counts.replacements > 0)
    found.push(problem('text.replacement-characters', counts.replacements, counts.firstReplacement))
  const [comment = null] = counts.comments
  if (comment !== null) found.push(problem('lines.comment', counts.comments.length, comment))
  if (eurostat !== null) return found
  if (layout.dialect.headerLine === null) found.push(problem('header.missing', 1, null))
  if (layout.headerFitted) found.push(problem('header.fitted', 1, layout.dialect.headerLine))
  return layout.dialect.headerLine === null ? found : [...found, ...headerProblems(names, labels)]
}

function headerProblems(names: readonly string[], labels: readonly string[]): readonly Problem[] {
  return names.flatMap((name, i) => {
    const plain = plainName(labels[i] ?? '')
    if (plain === '') return [problem('column.unnamed', 1, null, name)]
    return plain === name ? [] : [problem('column.name-repeated', 1, null, name)]
  })
}
