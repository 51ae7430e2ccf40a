import { type Dialect, isTextDialect } from '../../../analyses/model/data-set'
import type { Translate } from '../../i18n'

const named: Readonly<Record<string, Parameters<Translate>[0]>> = {
  ',': 'delimiter.comma',
  ';': 'delimiter.semicolon',
  '\t': 'delimiter.tab',
  '|': 'delimiter.bar',
  ' ': 'delimiter.space',
}

/** A delimiter as a person names it; others as they stand. */
export const delimiterWord = (delimiter: string, t: Translate): string => {
  const key = named[delimiter]
  return key ? t(key) : delimiter
}

export const dialectWords = (dialect: Dialect, t: Translate): string =>
  !isTextDialect(dialect) || dialect.format !== 'delimited'
    ? t(`format.${dialect.format}`)
    : t('dialect.words', {
        delimiter: delimiterWord(dialect.delimiter, t),
        quote: dialect.quote ?? t('quote.none'),
        decimal: dialect.decimal,
      })
