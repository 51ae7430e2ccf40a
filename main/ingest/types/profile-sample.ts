import type { Choice, Wanted } from './choose-reading'
import {
  allowedReadings,
  asText,
  chooseReading,
  fitTexts,
  plausibleReadings,
  type TextCount,
} from './choose-reading'
import type { ColumnFacts, DecidedColumn } from './decide-column'
import { decideColumn } from './decide-column'
import type { DateOrder } from './readings'
import { specialAmong } from './special-values'

const ROLE_TEXTS = 200

/** Texts of one column with how often each occurs, in order of first appearance. Blank cells are left out. */
export function countTexts(cells: readonly string[]): readonly TextCount[] {
  const counts = new Map<string, number>()
  for (const cell of cells) if (cell.trim() !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return [...counts].map(([text, count]) => ({ text, count }))
}

export interface SampleColumn {
  readonly name: string
  readonly label: string
  readonly cells: readonly string[]
  readonly wanted: Wanted
}

/** Types and roles as the sample suggests them: what a preview shows before anything is loaded. */
export function profileSample(
  columns: readonly SampleColumn[],
  decimal: '.' | ',' | null,
): readonly DecidedColumn[] {
  const counted = columns.map((column) => ({ column, texts: countTexts(column.cells) }))
  const choose = (order: DateOrder | null): readonly Choice[] =>
    counted.map(({ column, texts }) => {
      const { wanted } = column
      const tried =
        wanted.type === undefined
          ? plausibleReadings(texts, wanted, decimal)
          : allowedReadings(wanted, decimal, texts)
      return chooseReading(
        tried.map((reading) => fitTexts(reading, texts)),
        wanted,
        { order },
      )
    })
  const first = choose(null)
  const order = orderOf(first)
  const choices = order === null ? first : choose(order)
  return counted.map(({ column, texts }, i) => {
    const facts = factsOf(column, texts)
    const choice = choices[i] ?? asText
    const { special: said } = column.wanted
    const special = said === undefined ? choice.special : specialAmong(texts, said, 'text')
    return decideColumn(facts, { ...choice, special }, column.wanted)
  })
}

/** The order of day and month that columns of the file prove; null when none or both are proved. */
export function orderOf(choices: readonly Choice[]): DateOrder | null {
  const orders = new Set(choices.flatMap(({ reading }) => (reading?.order == null ? [] : [reading.order])))
  const [only] = orders
  return orders.size === 1 && only !== undefined ? only : null
}

function factsOf({ name, label, cells }: SampleColumn, texts: readonly TextCount[]): ColumnFacts {
  const filled = texts.reduce((sum, { count }) => sum + count, 0)
  const lengths = texts.map(({ text }) => text.trim().length)
  return {
    name,
    label,
    filled,
    empty: cells.length - filled,
    distinct: texts.length,
    shortest: Math.min(...lengths),
    longest: Math.max(0, ...lengths),
    leadingZeros: texts.filter(({ text }) => /^\s*0\d/.test(text)).length,
    texts: texts.slice(0, ROLE_TEXTS).map(({ text }) => text),
  }
}
