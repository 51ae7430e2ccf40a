import type { Problem } from '../../analyses/model/data-set'
import type { Locale } from '../../analyses/model/locale'
import { problemText as plainText } from '../../analyses/model/problem-text'
import { type RejectReason, rejectReasonTexts } from '../../analyses/model/problems'
import { bindOneLetterWords } from './typography'

const isRejectReason = (code: string): code is RejectReason => Object.hasOwn(rejectReasonTexts, code)

/** What an import noticed, as a sentence. */
export const problemText = (problem: Problem, locale: Locale): string =>
  bindOneLetterWords(plainText(problem, locale), locale)

export const rejectReasonText = (code: string, locale: Locale): string =>
  isRejectReason(code) ? rejectReasonTexts[code][locale] : code
