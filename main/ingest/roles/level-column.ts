import type { Column } from '../../../analyses/model/data-set'
import { quoteName, quoteText } from '../../../analyses/model/database'
import { ageBandOf, ageLevels } from '../../../analyses/reference/age-bands'
import {
  builtInCodeLists,
  type CodeList,
  judgeTerritory,
  levelOf,
  normalCode,
  saidTerritory,
} from '../../../analyses/reference/territories'
import { codeLevels } from './code-levels'
import { namesPlace } from './roles'

/**
 * The level of every value of a column that mixes levels: country, nuts1… of places, depth of ages (`1` is the widest)
 * and of codes of a tree. A code of another edition of the list stands apart with its edition: `nuts2/2013`. Values of
 * no level are not in the map; null: the column has no levels. Pure.
 */
export function levelsOfValues(
  { name, role, evidence }: Pick<Column, 'name' | 'role' | 'evidence'>,
  values: readonly string[],
  lists: readonly CodeList[] = builtInCodeLists,
): ReadonlyMap<string, string> | null {
  if (role === 'territory') {
    const said = evidence?.codeList
    const verdict =
      (said === undefined ? null : saidTerritory(values, said, lists)) ??
      judgeTerritory(values, { name, territorial: namesPlace(name) }, lists)
    if (verdict === null) return null
    const { match, foreign } = verdict
    const others = lists.filter(({ family, id }) => family === match.list.family && id !== match.list.id)
    const ofOthers = new Map(
      foreign.flatMap(({ edition, codes }) => {
        const list = others.find((each) => (each.edition ?? each.id) === edition)
        return codes.map(
          (code) => [code, `${list === undefined ? '' : levelOf(list, code)}/${edition}`] as const,
        )
      }),
    )
    const other = (value: string) => ofOthers.get(normalCode(match.list, value)) ?? null
    return new Map(values.flatMap((value) => pair(value, levelOf(match.list, value) ?? other(value))))
  }
  if (role === 'age') {
    const totals = values.filter((value) => ageBandOf(value)?.total === true)
    const bands = ageLevels(values.filter((value) => ageBandOf(value)?.total === false))
    return new Map([
      ...totals.map((value) => [value, 'total'] as const),
      ...bands.flatMap((codes, i) => codes.map((value) => [value, String(i + 1)] as const)),
    ])
  }
  const levels = codeLevels(values, name)
  return levels === null
    ? null
    : new Map(levels.flatMap(({ name: level, codes }) => codes.map((code) => [code, level] as const)))
}

const pair = (value: string, level: string | null): readonly (readonly [string, string])[] =>
  level === null ? [] : [[value, level]]

/** The level as SQL over the column; null for a value of no level. */
export function levelSql(column: string, levels: ReadonlyMap<string, string>): string {
  const byLevel = new Map<string, string[]>()
  for (const [value, level] of levels) {
    const codes = byLevel.get(level)
    if (codes === undefined) byLevel.set(level, [value])
    else codes.push(value)
  }
  const c = `trim(cast(${quoteName(column)} as varchar))`
  const cases = [...byLevel].map(
    ([level, values]) =>
      `when ${c} in (${values.map((value) => quoteText(value.trim())).join(', ')}) then ${quoteText(level)}`,
  )
  return cases.length === 0 ? 'null::varchar' : `case ${cases.join(' ')} end`
}
