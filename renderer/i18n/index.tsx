import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { Problem } from '../../analyses/model/data-set'
import type { Fault } from '../../analyses/model/fault'
import { faultText } from '../../analyses/model/fault-text'
import type { Locale } from '../../analyses/model/locale'
import { type Formats, makeFormats } from './formats'
import { problemText, rejectReasonText } from './problem-text'
import { type Translate, translate } from './translate'
import { bindOneLetterWords } from './typography'

export type { MessageKey } from './catalogue'
export { isMessageKey } from './catalogue'
export type { Formats } from './formats'
export type { MessageValues, Translate } from './translate'

export interface Language {
  readonly locale: Locale
  readonly t: Translate
  readonly formats: Formats
  /** A fault's sentence in the reader's language. */
  readonly sentence: (fault: Fault) => string
  /** What an import noticed, as a sentence. */
  readonly problem: (problem: Problem) => string
  /** Why a record was not loaded, in words. */
  readonly rejectReason: (code: string) => string
}

const LanguageContext = createContext<Language | null>(null)

export function LanguageProvider({
  locale,
  children,
}: {
  readonly locale: Locale
  readonly children: ReactNode
}) {
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const language = useMemo<Language>(
    () => ({
      locale,
      t: (key, values) => translate(locale, key, values),
      formats: makeFormats(locale),
      sentence: (fault) => bindOneLetterWords(faultText(fault, locale), locale),
      problem: (problem) => problemText(problem, locale),
      rejectReason: (code) => rejectReasonText(code, locale),
    }),
    [locale],
  )
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('useLanguage outside of LanguageProvider')
  return language
}
