import { quoteName, quoteTable, quoteText } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { MadeDataSet } from '../../analyses/model/made-data-set'
import { type Change, composeChanges } from '../../analyses/reference/territories/correspondence'

/** Which columns of a data set go to another state of the map, and which measures are added up on the way. */
export type Conversion = Pick<MadeDataSet, 'from' | 'of' | 'on' | 'territory' | 'dimensions' | 'measures'>

/** The rows of the origin with the code each goes to and the share of its measures that goes there. */
export function movedSql(changes: readonly Change[], conversion: Conversion): string {
  const { from, territory, dimensions, measures, of, on } = conversion
  if (of > on) refuse('territories.backwards', { of, on })
  const moves = [...composeChanges(changes, of, on)].flatMap(([code, shares]) =>
    shares.map(({ to, weight }) => `(${quoteText(code)}, ${quoteText(to)}, ${weight}::double)`),
  )
  const code = `trim(cast(v.${quoteName(territory)} as varchar))`
  const [target, weight, join] =
    moves.length === 0
      ? [code, '1', '']
      : [
          `coalesce(w.target, ${code})`,
          'coalesce(w.weight, 1)',
          `\nleft join (values ${moves.join(', ')}) w(code, target, weight) on w.code = ${code}`,
        ]
  const kept = dimensions.map((name) => `v.${quoteName(name)} as ${quoteName(name)}`)
  const parts = measures.map(
    (name) => `cast(v.${quoteName(name)} as double) * ${weight} as ${quoteName(name)}`,
  )
  return `select ${[`${target} as ${quoteName(territory)}`, ...kept, ...parts].join(',\n')}
from ${quoteTable({ schema: 'main', name: from })} v${join}`
}

/** The keys of a row of the result. */
export const keysOf = ({ territory, dimensions }: Conversion): string =>
  [territory, ...dimensions].map(quoteName).join(', ')

/**
 * The SELECT that brings a data set to the map of `on`: codes that did not change stay, shares of split ones are
 * weighted, merged ones are added up. A place any part of which is missing is missing.
 * Faults: `territories.backwards`.
 */
export function conversionSql(changes: readonly Change[], conversion: Conversion): string {
  const keys = keysOf(conversion)
  const sums = conversion.measures.map((name) => {
    const m = quoteName(name)
    return `case when count(${m}) = count(*) then sum(${m}) end as ${m}`
  })
  return `select ${[keys, ...sums].join(',\n')} from (${movedSql(changes, conversion)}) group by ${keys}`
}
