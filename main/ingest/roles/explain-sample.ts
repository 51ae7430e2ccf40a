import type { Column, Problem } from '../../../analyses/model/data-set'
import { builtInCodeLists } from '../../../analyses/reference/territories'
import { problem } from '../problem'
import {
  areWords,
  type ExplainOptions,
  isJudged,
  judgeWith,
  needsLabels,
  totalProblems,
  withJudgement,
  withoutJudgement,
  withoutPlaceNames,
} from './explain-roles'
import type { CountedValue } from './judgement'

type Cells = ReadonlyMap<string, readonly string[]>

/**
 * The roles as the first rows suggest them, with the same rules as `explainRoles` after loading. What only all rows
 * can prove (sums, repeats) is not looked at. `cells` holds each column's sample by its name.
 */
export function explainSample(
  columns: readonly Column[],
  cells: Cells,
  options: ExplainOptions,
): { readonly columns: readonly Column[]; readonly problems: readonly Problem[] } {
  const lists = [...(options.lists ?? []), ...builtInCodeLists]
  const problems: Problem[] = []
  const explained = columns.map((column) => {
    const own = cells.get(column.name) ?? []
    if (!isJudged(column, own.length, options)) return withoutJudgement(column, options)
    const values = countValues(own)
    const labels = needsLabels(column, values) ? labelsIn(cells, column.name, own) : null
    const judged = judgeWith(column, values, labels, lists, options)
    const next = withJudgement(column, judged, options.said.has(column.name))
    if (next.role === judged.role)
      for (const { code, count, subject } of judged.findings)
        problems.push(problem(code, count, null, column.name, subject))
    return next
  })
  const placed = withoutPlaceNames(explained)
  return { columns: placed, problems: [...problems, ...totalProblems(placed)] }
}

function countValues(cells: readonly string[]): readonly CountedValue[] {
  const rows = new Map<string, number>()
  for (const cell of cells) {
    const value = cell.trim()
    if (value !== '') rows.set(value, (rows.get(value) ?? 0) + 1)
  }
  return [...rows].map(([value, count]) => ({ value, rows: count })).sort((a, b) => b.rows - a.rows)
}

function labelsIn(cells: Cells, name: string, own: readonly string[]): ReadonlyMap<string, string> | null {
  for (const [other, texts] of cells) {
    if (other === name) continue
    const labels = new Map<string, string>()
    const goes = own.every((cell, i) => {
      const [value, label] = [cell.trim(), texts[i]?.trim() ?? '']
      if (value === '') return true
      const known = labels.get(value) ?? label
      labels.set(value, known)
      return known === label && label !== ''
    })
    if (goes && new Set(labels.values()).size === labels.size && areWords(labels)) return labels
  }
  return null
}
