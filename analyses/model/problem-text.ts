import { IntlMessageFormat } from 'intl-messageformat'
import type { Problem } from './data-set'
import type { Locale } from './locale'
import { type ProblemCode, problemTexts } from './problems'

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemTexts, code)

/** A problem of a receipt as one sentence; a code from a newer workbench is shown as it is. */
export function problemText(problem: Problem, locale: Locale): string {
  if (!isProblemCode(problem.code)) return problem.code
  const { count, example_line: line, column = '', subject = '' } = problem
  const values = { count, line: line ?? 0, column, subject }
  return String(
    new IntlMessageFormat(problemTexts[problem.code][locale], locale, undefined, { ignoreTag: true }).format(
      values,
    ),
  )
}
