import { IntlMessageFormat } from 'intl-messageformat'
import type { Problem } from '../../analyses/model/data-set'
import type { Locale } from '../../analyses/model/locale'
import {
  type ProblemCode,
  problemTexts,
  type RejectReason,
  rejectReasonTexts,
} from '../../analyses/model/problems'
import { bindOneLetterWords } from './typography'

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemTexts, code)
const isRejectReason = (code: string): code is RejectReason => Object.hasOwn(rejectReasonTexts, code)

/** What an import noticed, as a sentence; a code without one (a newer project) is shown as it is. */
export function problemText(problem: Problem, locale: Locale): string {
  if (!isProblemCode(problem.code)) return problem.code
  const format = new IntlMessageFormat(problemTexts[problem.code][locale], locale, undefined, {
    ignoreTag: true,
  })
  const values = { count: problem.count, line: problem.example_line ?? 0, column: problem.column ?? '' }
  return bindOneLetterWords(String(format.format(values)), locale)
}

export const rejectReasonText = (code: string, locale: Locale): string =>
  isRejectReason(code) ? rejectReasonTexts[code][locale] : code
