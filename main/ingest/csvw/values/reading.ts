import { around, bareSql, literally, plain, type Reading, sqlText } from '../../types/reading'
import type { Datatype } from '../metadata/datatype'
import { builtIn } from './base-types'

/**
 * How the database reads cells of a datatype; undefined where the usual readings do, or where the type has no like
 * (times of day, durations) and the column stays text.
 */
export function readingOf(type: Datatype): Reading | undefined {
  const { kind, number } = builtIn(type.base)
  if (kind === 'boolean') return booleanReading(type)
  if (kind === 'number') return numberReading(type, number === 'integer' ? 'integer' : 'number')
  return kind === 'instant' ? instantReading(type) : undefined
}

function booleanReading({ truth }: Datatype): Reading {
  const yes = truth === null ? ['true', '1'] : [truth.yes]
  const no = truth === null ? ['false', '0'] : [truth.no]
  const list = (words: readonly string[]): string => words.map(sqlText).join(', ')
  return {
    ...plain,
    id: `csvw-boolean-${yes[0]}`,
    type: 'boolean',
    pattern: around([...yes, ...no].map(literally).join('|')),
    sql: (c, blanks) => {
      const text = bareSql(c, blanks)
      return `case when ${text} in (${list(yes)}) then true when ${text} in (${list(no)}) then false end`
    },
  }
}

/** Numbers with marks of their own: the marks are taken out, percent and per mille are shares. */
function numberReading({ number, formatText }: Datatype, type: 'integer' | 'number'): Reading {
  const { decimalChar, groupChar, picture } = number
  const mark = literally(decimalChar)
  const digits = groupChar === null ? '\\d+' : `\\d(?:${literally(groupChar)}?\\d)*`
  // A pattern with a percent sign wants one in every cell: without it nobody knows whether 1 is all or a hundredth.
  const any = picture === null && type === 'number' ? '[%‰]?' : ''
  const before = picture === null ? any : picture.before
  const after = picture === null ? any : picture.after
  const whole =
    type === 'integer' && picture === null ? digits : `(?:${digits}(?:${mark}${digits})?|${mark}${digits})`
  const power = '(?:[eE][+\\-]?\\d{1,3})?'
  return {
    ...plain,
    id: `csvw-${type}-${formatText ?? ''}`,
    type,
    pattern: around(`[+\\-]?${before}[+\\-]?${whole}${type === 'number' ? power : ''}${after}`),
    sql: (c, blanks) => {
      const bare = `regexp_replace(${bareSql(c, blanks)}, '[%‰]', '', 'g')`
      const ungrouped = groupChar === null ? bare : `replace(${bare}, ${sqlText(groupChar)}, '')`
      const pointed = decimalChar === '.' ? ungrouped : `replace(${ungrouped}, ${sqlText(decimalChar)}, '.')`
      if (type === 'integer') return `try_cast(${pointed} as bigint)`
      const divisor = `case when contains(${c}, '%') then 100 when contains(${c}, '‰') then 1000 else 1 end`
      return `try_cast(${pointed} as double) / ${divisor}`
    },
    decimal: decimalChar === ',' ? ',' : '.',
  }
}

function instantReading({ base, instant }: Datatype): Reading | undefined {
  const type = base === 'date' ? 'date' : base === 'dateTime' ? 'timestamp' : null
  if (type === null || instant === null || instant.strptime === null) return undefined
  const { strptime } = instant
  const pattern = instant.pattern.source.replace(/^\^|\$$/g, '')
  return {
    ...plain,
    id: `csvw-${type}-${strptime}`,
    type,
    pattern: around(pattern),
    sql: (c, blanks) => `try_strptime(${bareSql(c, blanks)}, ${sqlText(strptime)})::${type}`,
    clock: type === 'timestamp' ? 'local' : null,
  }
}
