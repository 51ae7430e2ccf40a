import { around, bareSql, literally, plain, type Reading, sqlText } from './reading'

const pairs: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['ano', 'ne'],
  ['áno', 'nie'],
  ['tak', 'nie'],
  ['yes', 'no'],
  ['ja', 'nein'],
  ['pravda', 'nepravda'],
  ['prawda', 'fałsz'],
  ['wahr', 'falsch'],
]

/** One letter says too little by itself: both must be there. */
const letters: readonly (readonly [yes: string, no: string])[] = [
  ['a', 'n'],
  ['t', 'n'],
  ['y', 'n'],
  ['j', 'n'],
  ['t', 'f'],
]

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
const spellings = (word: string): readonly string[] => [word, capital(word), word.toUpperCase()]

function pair([yes, no]: readonly [string, string], both: boolean): Reading {
  return {
    ...plain,
    id: both ? `boolean-${yes}-${no}` : `boolean-${yes}`,
    type: 'boolean',
    pattern: around([yes, no].flatMap(spellings).map(literally).join('|')),
    sql: (c, blanks) =>
      `case lower(${bareSql(c, blanks)}) when ${sqlText(yes)} then true when ${sqlText(no)} then false end`,
    both: both ? [yes, no] : null,
  }
}

const digits: Reading = { ...pair(['1', '0'], false), id: 'boolean-digit', asked: true }

/** A crossed box: a mark says yes; that a blank says no is for the person to say. */
const crossed: Reading = {
  ...plain,
  id: 'boolean-cross',
  type: 'boolean',
  pattern: around('[xX✓✔]|'),
  sql: (c, blanks) =>
    `case when lower(${bareSql(c, blanks)}) in ('x', '✓', '✔') then true when ${bareSql(`coalesce(${c}, '')`, true)} = '' then false end`,
  asked: true,
}

export const booleanReadings: readonly Reading[] = [
  ...pairs.map((each) => pair(each, false)),
  ...letters.map((each) => pair(each, true)),
  digits,
  crossed,
]
