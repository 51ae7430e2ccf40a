import { quoteName } from '../../../analyses/model/database'
import { thousandsTwin } from './number-readings'
import type { Ask } from './raw-column'
import { readings, strictSql } from './readings'
import type { Finished } from './typed-column'

/** So many significant digits always come back out of a double; of the next two it depends on the number. */
const SURE_DIGITS = 15
const DOUBLE_DIGITS = 17

type Mark = '.' | ','

/**
 * Columns of numbers in which every mark could as well separate thousands (`1.234`, `12,500`), and numbers with more
 * digits than can be kept. Where another column of the file proves the other decimal mark, the marks are thousands;
 * otherwise they are decimals and it is said so.
 */
export async function withThousands(
  columns: readonly Finished[],
  decimal: Mark | null,
  ask: Ask,
): Promise<readonly Finished[]> {
  const open = columns.filter((column) => decimal === null && isOpen(column))
  const counts = await ask(open.flatMap(countsSql))
  const proven = provenMarks(columns, open)
  const judged = columns.map((column) => {
    const at = open.indexOf(column)
    return at < 0 ? column : judge(column, counts.slice(at * 4, at * 4 + 4), proven)
  })
  return withLostDigits(judged, ask)
}

const markOf = ({ choice }: Finished): Mark | null => choice.reading?.decimal ?? null
const likeThousands = (mark: Mark): string => `[+-]?[1-9][0-9]{0,2}[${mark}][0-9]{3}`

/** One bare decimal mark, nothing in the sample against it. */
function isOpen(column: Finished): boolean {
  const mark = markOf(column)
  const id = column.choice.reading?.id ?? ''
  if (mark === null || !(id in thousandsTwin) || column.measured.raw.wanted.decimal !== undefined)
    return false
  const like = new RegExp(`^(?:${likeThousands(mark)})$`)
  const marked = column.measured.raw.sample.filter(({ text }) => text.includes(mark))
  return marked.every(({ text }) => like.test(text.trim()))
}

function countsSql(column: Finished): readonly string[] {
  const c = quoteName(column.column.name)
  const mark = markOf(column) ?? '.'
  const twin = twinOf(column)
  return [
    `count(*) filter (where contains(${c}, '${mark}'))`,
    `count(*) filter (where regexp_full_match(trim(${c}), '${likeThousands(mark)}'))`,
    `count(*) filter (where regexp_full_match(trim(${c}), '[+-]?[0-9]{4,}'))`,
    twin === undefined ? '0' : `count(*) filter (where ${strictSql(twin, c, true)})`,
  ]
}

const twinOf = ({ choice }: Finished) =>
  readings.find(({ id }) => id === thousandsTwin[choice.reading?.id ?? ''])

/** Decimal marks that columns of the file prove by a cell that no grouping could explain. */
function provenMarks(columns: readonly Finished[], open: readonly Finished[]): ReadonlySet<Mark> {
  return new Set(columns.filter((column) => !open.includes(column)).flatMap((column) => markOf(column) ?? []))
}

function judge(column: Finished, counts: readonly (number | null)[], proven: ReadonlySet<Mark>): Finished {
  const [marks = 0, like = 0, long = 0, twinReads = 0] = counts.map((count) => count ?? 0)
  const mark = markOf(column)
  const fit = column.measured.fits.find(({ reading }) => reading === column.choice.reading)
  if (mark === null || fit === undefined || like === 0 || like !== marks) return column
  const other = mark === '.' ? ',' : '.'
  const twin = twinOf(column)
  if (twin !== undefined && proven.has(other) && !proven.has(mark) && twinReads === fit.read) {
    return grouped(column, twin, like, mark)
  }
  if (proven.has(mark) && !proven.has(other)) return column
  // With a point, only where all that has none is short: measurements to three places are common, 999 next to 1.234 is not.
  if (mark === '.' && (marks === fit.read || long > 0)) return column
  return {
    ...column,
    findings: [...column.findings, finding(column, 'column.thousands-or-decimals', like, mark)],
  }
}

const finding = (
  { column }: Finished,
  code: 'column.thousands-or-decimals' | 'column.thousands-from-others',
  count: number,
  mark: Mark,
) => ({
  code,
  count,
  where: `regexp_full_match(trim(${quoteName(column.name)}), '${likeThousands(mark)}')`,
  subject: mark,
})

function grouped(
  column: Finished,
  twin: NonNullable<ReturnType<typeof twinOf>>,
  like: number,
  mark: Mark,
): Finished {
  const type = column.measured.raw.wanted.type ?? twin.type
  return {
    ...column,
    strict: true,
    choice: { ...column.choice, reading: twin },
    column: { ...column.column, type },
    findings: [...column.findings, finding(column, 'column.thousands-from-others', like, mark)],
  }
}

/** Cells whose significant digits (padding zeros are none) are not those of the double they are read as. */
async function withLostDigits(columns: readonly Finished[], ask: Ask): Promise<readonly Finished[]> {
  const long = columns.filter(
    ({ column, measured }) => column.type === 'number' && measured.widest > SURE_DIGITS,
  )
  const where = ({ column, choice, blanks }: Finished): string => {
    const c = quoteName(column.name)
    const digits = `trim(regexp_replace(regexp_replace(${c}, '[eE].*$', ''), '[^0-9]', '', 'g'), '0')`
    const value = choice.reading?.sql(c, blanks) ?? 'null::double'
    const back = (count: number) =>
      `trim(regexp_replace(split_part(printf('%.${count - 1}e', abs(${value})), 'e', 1), '[^0-9]', '', 'g'), '0')`
    const others = [DOUBLE_DIGITS - 1, DOUBLE_DIGITS].map((count) => `${digits} <> ${back(count)}`)
    return `strlen(${c}) > ${SURE_DIGITS} and length(${digits}) > ${SURE_DIGITS}
      and (length(${digits}) > ${DOUBLE_DIGITS} or (${others.join(' and ')}))`
  }
  const counts = await ask(long.map((column) => `count(*) filter (where ${where(column)})`))
  return columns.map((column) => {
    const count = counts[long.indexOf(column)] ?? 0
    if (!long.includes(column) || count === 0) return column
    const lost = { code: 'column.digits-lost', count, where: where(column) } as const
    return { ...column, findings: [...column.findings, lost] }
  })
}
