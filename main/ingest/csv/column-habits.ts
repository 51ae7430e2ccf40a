import type { SampleRecord } from './records'

/** What a column's cells usually look like: by this a record with a delimiter too many or too few is read. */
export interface ColumnHabit {
  readonly mayBeEmpty: boolean
  /** Shapes of its filled cells; null for free text, where every text fits. */
  readonly shapes: ReadonlySet<string> | null
}

export interface Habits {
  readonly columns: readonly ColumnHabit[]
  /** The program that wrote the file leaves out empty cells at the end of a record. */
  readonly trims: boolean
}

/** With fewer records nothing is usual yet. */
const MIN_RECORDS = 8
const MAX_SHAPES = 4
const MAX_SHAPE_SHARE = 0.1
const TRIMMED_SHARE = 0.05
const SHAPE_LETTERS = 60

/** Letters and digits of a text by kind, each run as one sign: `MG-8769` gives `a-0`. Blanks tell free text apart. */
export const shapeOf = (cell: string): string =>
  cell
    .slice(0, SHAPE_LETTERS)
    .replace(/\p{L}[\p{L}\p{M}]*/gu, 'a')
    .replace(/\d+/g, '0')

/** Learns from records of the usual width; null when there are too few of them. `all`: the others as well. */
export function learnHabits(all: readonly SampleRecord[], width: number, kept: number): Habits | null {
  const usual = all.filter(({ cells }) => cells.length === width)
  if (usual.length < MIN_RECORDS) return null
  const columns = Array.from({ length: kept }, (_, i) => habitOf(usual.map(({ cells }) => cells[i] ?? '')))
  const trimmed = all.filter(
    ({ cells }) =>
      cells.length > 1 && cells.length < kept && columns.slice(cells.length).every((c) => c.mayBeEmpty),
  )
  return { columns, trims: trimmed.length >= all.length * TRIMMED_SHARE }
}

function habitOf(cells: readonly string[]): ColumnHabit {
  const filled = cells.filter((cell) => cell !== '')
  const shapes = new Set(filled.map(shapeOf))
  const isUsual = shapes.size <= Math.max(MAX_SHAPES, filled.length * MAX_SHAPE_SHARE)
  const isFree = !isUsual || [...shapes].some((shape) => shape.includes('a a'))
  return { mayBeEmpty: filled.length < cells.length, shapes: isFree ? null : shapes }
}

export const fits = (cell: string, { mayBeEmpty, shapes }: ColumnHabit): boolean =>
  cell === '' ? mayBeEmpty : shapes === null || shapes.has(shapeOf(cell))
