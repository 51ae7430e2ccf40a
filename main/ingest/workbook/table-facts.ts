import type { Problem } from '../../../analyses/model/data-set'
import { problem } from '../problem'
import type { Breath } from './breath'
import { columnName } from './cells'
import type { Grid } from './grid'
import type { FoundTable } from './tables/find-tables'

/** What is counted over all records of a table before it is read. */
export interface TableFacts {
  readonly filled: number
  readonly errors: Tally
  /** Formulas whose results the file does not hold. */
  readonly uncalculated: Tally
  /** Columns (from 0) whose numbers are shown as percent: they hold 0.123 where 12.3 % is seen. */
  readonly proportions: ReadonlySet<number>
}

export interface Tally {
  readonly count: number
  /** Row, from 1, and address of the first. */
  readonly line: number | null
  readonly cell: string | null
}

export async function countFacts(
  grid: Grid,
  { block, columns }: FoundTable,
  breath: Breath,
): Promise<TableFacts> {
  const wanted = new Set(columns)
  const errors = new Counter()
  const uncalculated = new Counter()
  const numbers = new Map<number, { all: number; percent: number }>()
  let filled = 0
  for (let i = block.from; i < block.to; i++) {
    grid.kinds(i, (column, kind) => {
      if (!wanted.has(column) || kind === 'blank') return
      filled++
      if (kind === 'error') errors.add(grid.rowNumber(i), column)
      else if (kind === 'uncalculated') uncalculated.add(grid.rowNumber(i), column)
      else if (kind === 'number' || kind === 'proportion') {
        const count = numbers.get(column) ?? { all: 0, percent: 0 }
        count.all++
        if (kind === 'proportion') count.percent++
        numbers.set(column, count)
      }
    })
    if (i % 500 === 0) await breath.take()
  }
  const proportions = [...numbers].filter(([, { all, percent }]) => percent > 0 && percent >= all * 0.9)
  return { filled, errors, uncalculated, proportions: new Set(proportions.map(([column]) => column)) }
}

class Counter implements Tally {
  count = 0
  line: number | null = null
  cell: string | null = null

  add(row: number, column: number): void {
    this.count++
    this.line ??= row + 1
    this.cell ??= `${columnName(column)}${row + 1}`
  }
}

/** What is worth telling of a table. */
export function factProblems(
  sheet: string,
  { block, columns, labels }: FoundTable,
  facts: TableFacts,
): readonly Problem[] {
  const found: Problem[] = []
  const { errors, uncalculated, proportions } = facts
  const at = (cell: string | null) => `${sheet}!${cell ?? ''}`
  if (errors.count > 0)
    found.push(problem('cells.error', errors.count, errors.line, undefined, at(errors.cell)))
  if (uncalculated.count > 0)
    found.push(
      problem(
        'cells.not-calculated',
        uncalculated.count,
        uncalculated.line,
        undefined,
        at(uncalculated.cell),
      ),
    )
  columns.forEach((column, i) => {
    if (proportions.has(column))
      found.push(problem('column.proportion', 1, null, labels[i] || columnName(column)))
  })
  if (block.header.length === 0 && block.records > 0) found.push(problem('header.missing', 1, null))
  if (block.groups.length > 0) found.push(problem('rows.group-names', block.groups.length, null))
  if (block.repeated.length > 0) found.push(problem('header.repeated', block.repeated.length, null))
  return found
}
