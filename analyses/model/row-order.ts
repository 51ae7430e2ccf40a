import { ownStatus } from './absence'
import { isHiddenStatus } from './disclosure'
import type { Row } from './table'

/**
 * Rows in the order of a value say between which others a hidden one lies. Such rows go to the end of the part of the
 * table they stand in, in the order of their codes. An order of codes or of time gives nothing away and stays.
 */
export function withoutTellingOrder(rows: readonly Row[], columns: readonly string[]): readonly Row[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const kept = columns.flatMap((column) => {
    const own = ownStatus(names, column)
    const hides = (row: Row) =>
      (row[column] ?? null) === null &&
      isHiddenStatus(row[own !== undefined && own in row ? own : 'status'] ?? undefined)
    return rows.some(hides) ? [{ column, hides }] : []
  })
  if (kept.length === 0) return rows
  const values = new Set(kept.map(({ column }) => column))
  const codes = columns.filter((column) => !values.has(column) && isCode(column, rows))
  const ordered = arrange([rows], codes, kept).flat()
  return ordered.every((row, at) => row === rows[at]) ? rows : ordered
}

interface Kept {
  readonly column: string
  readonly hides: (row: Row) => boolean
}

type Rows = readonly Row[]

/** Rows of one code that stand together. */
interface Run {
  readonly code: string
  readonly rows: Rows
}

const isStatus = (column: string): boolean => column === 'status' || column.endsWith('_status')
const isTime = (column: string): boolean => /^(period|year|quarter|month|date|time|cohort)/.test(column)

const isCode = (column: string, rows: Rows): boolean =>
  !isStatus(column) &&
  rows.every((row) => typeof row[column] === 'string' || (isTime(column) && typeof row[column] === 'number'))

const textOf = (row: Row, column: string): string => String(row[column] ?? '')

/** Blocks of rows that are alike in all codes looked at so far, each put in an order that may be seen. */
function arrange(blocks: readonly Rows[], codes: readonly string[], kept: readonly Kept[]): readonly Rows[] {
  if (blocks.every(({ length }) => length < 2)) return blocks
  const level = outermost(blocks, codes)
  const others = codes.filter((code) => code !== level)
  const parts = blocks.map((block) => runsOf(block, level, codes))
  const last = level !== null && isOrderOfCodes(level, parts) ? new Set<string>() : told(parts, others, kept)
  const arranged = parts.map((runs) => hiddenLast(runs, last))
  if (level === null) return arranged.map((runs) => runs.flatMap(({ rows }) => rows))
  const inner = arrange(
    arranged.flatMap((runs) => runs.map(({ rows }) => rows)),
    others,
    kept,
  )
  let next = 0
  return arranged.map((runs) => {
    const first = next
    next += runs.length
    return inner.slice(first, next).flat()
  })
}

/** The code by which rows stand together in the fewest parts; none when every code is scattered. */
function outermost(blocks: readonly Rows[], codes: readonly string[]): string | null {
  let best: { readonly code: string; readonly runs: number } | null = null
  for (const code of codes) {
    const parts = blocks.map((block) => runsOf(block, code, codes))
    const runs = parts.reduce((sum, { length }) => sum + length, 0)
    const whole = parts.every((part) => new Set(part.map((run) => run.code)).size === part.length)
    if (whole && runs > blocks.length && (best === null || runs < best.runs)) best = { code, runs }
  }
  return best?.code ?? null
}

function runsOf(block: Rows, level: string | null, codes: readonly string[]): readonly Run[] {
  const runs: { readonly code: string; readonly rows: Row[] }[] = []
  for (const row of block) {
    const code = level === null ? JSON.stringify(codes.map((name) => textOf(row, name))) : textOf(row, level)
    const before = runs.at(-1)
    if (level !== null && before?.code === code) before.rows.push(row)
    else runs.push({ code, rows: [row] })
  }
  return runs
}

const leastLuck = Math.log(200)

/** Whether the codes themselves explain the order: time, sexes, or so many codes in order that it is no chance. */
const isOrderOfCodes = (level: string, parts: readonly (readonly Run[])[]): boolean =>
  level === 'sex' || (isSorted(parts) && (isTime(level) || luckOf(parts) >= leastLuck))

function isSorted(parts: readonly (readonly Run[])[]): boolean {
  const steps = parts.flatMap((runs) =>
    runs.slice(1).map(({ code }, at) => Math.sign(natural(runs[at]?.code ?? '', code))),
  )
  return steps.every((step) => step <= 0) || steps.every((step) => step >= 0)
}

/** How surprising an order would be that came about by chance. */
const luckOf = (parts: readonly (readonly Run[])[]): number =>
  parts.reduce((sum, { length }) => sum + logFactorial(length), 0)

const logFactorial = (n: number): number => {
  let sum = 0
  for (let one = 2; one <= n; one += 1) sum += Math.log(one)
  return sum
}

/** Codes whose hidden values the order tells in any part; they go last in every part, or the others would tell. */
function told(
  parts: readonly (readonly Run[])[],
  others: readonly string[],
  kept: readonly Kept[],
): ReadonlySet<string> {
  // Where codes may explain the order it takes more values to say that a value does.
  const least = isSorted(parts) || isFixed(parts) ? 3 : 0
  const codes = new Set<string>()
  for (const runs of parts) {
    const hiding = runs.filter(({ rows }) => rows.some((row) => kept.some(({ hides }) => hides(row))))
    if (runs.length < 2 || hiding.length === 0) continue
    if (kept.some((one) => follows(runs, others, one, least))) for (const { code } of hiding) codes.add(code)
  }
  return codes
}

/** The same codes in the same order again and again are a list somebody made, such as ages or measures. */
function isFixed(parts: readonly (readonly Run[])[]): boolean {
  const places = new Map<string, number>()
  for (const { code } of parts.flat()) if (!places.has(code)) places.set(code, places.size)
  const inOrder = parts.every((runs) =>
    runs.every(
      ({ code }, at) => at === 0 || (places.get(runs[at - 1]?.code ?? '') ?? 0) < (places.get(code) ?? 0),
    ),
  )
  return inOrder && luckOf(parts) - logFactorial(places.size) >= leastLuck
}

/** Whether what is shown of the column, or its size, rises or falls from run to run wherever it hides something. */
function follows(
  runs: readonly Run[],
  others: readonly string[],
  { column, hides }: Kept,
  least: number,
): boolean {
  const series = new Map<string, { readonly shown: number[]; hidden: boolean }>()
  for (const row of runs.flatMap(({ rows }) => rows)) {
    const name = JSON.stringify(others.map((other) => textOf(row, other)))
    const one = series.get(name) ?? { shown: [], hidden: false }
    const value = row[column]
    if (typeof value === 'number') one.shown.push(value)
    else if (hides(row)) one.hidden = true
    series.set(name, one)
  }
  return [...series.values()].some(
    ({ shown, hidden }) =>
      hidden && shown.length >= least && (isOneWay(shown) || isOneWay(shown.map((value) => Math.abs(value)))),
  )
}

function isOneWay(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, at) => Math.sign(value - (values[at] ?? 0)))
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0)
}

function hiddenLast(runs: readonly Run[], last: ReadonlySet<string>): readonly Run[] {
  if (last.size === 0) return runs
  const moved = runs.filter(({ code }) => last.has(code)).sort((a, b) => natural(a.code, b.code))
  return [...runs.filter(({ code }) => !last.has(code)), ...moved]
}

/** Numbers within codes count as numbers: 5-9 comes before 10-14. */
function natural(a: string, b: string): number {
  const [left, right] = [a, b].map((code) => code.match(/\d+|\D+/g) ?? [])
  for (const [at, part] of (left ?? []).entries()) {
    const other = right?.[at] ?? ''
    if (part === other) continue
    const difference = Number(part) - Number(other)
    if (other !== '' && Number.isFinite(difference) && difference !== 0) return difference
    return part < other ? -1 : 1
  }
  return (left?.length ?? 0) - (right?.length ?? 0)
}
