import type { Page, PageCell } from '../../client/arrow-page'

export type Row = Readonly<Record<string, PageCell>>

const codeText = (value: PageCell | undefined): string =>
  value === null || value === undefined ? '' : String(value)

/** Columns a row can be named by: words and codes, and years and other whole numbers that stand among them. */
function namingColumns(page: Page, value: string): string[] {
  const others = page.columns.filter(
    ({ name }) => name !== value && name !== 'status' && !name.endsWith('_status'),
  )
  const whole = (name: string) => page.rows.every((row) => row[name] === null || Number.isInteger(row[name]))
  return [
    ...others.filter(({ numeric }) => !numeric).map(({ name }) => name),
    ...others.filter(({ name, numeric }) => numeric && whole(name)).map(({ name }) => name),
  ]
}

const usable = (row: Row, name: string): boolean => {
  const text = codeText(row[name])
  return text !== '' && !text.includes('"')
}

/**
 * The fewest columns, taken in their order, whose codes tell this row from all others; null when none do. A column that
 * tells nothing new is left out, so that the mark stays readable.
 */
export function whereOf(page: Page, row: Row, value: string): Readonly<Record<string, string>> | null {
  let alike = page.rows.filter((other) => other !== row)
  const where: Record<string, string> = {}
  for (const name of namingColumns(page, value)) {
    if (alike.length === 0) break
    if (!usable(row, name)) continue
    const left = alike.filter((other) => codeText(other[name]) === codeText(row[name]))
    if (left.length === alike.length) continue
    where[name] = codeText(row[name])
    alike = left
  }
  return alike.length === 0 ? where : null
}

/** How a row is called in a list: its words and codes, each once. */
export function rowName(page: Page, row: Row, value: string): string {
  const words = namingColumns(page, value)
    .slice(0, 5)
    // Yes and no name nothing by themselves.
    .map((name) => (typeof row[name] === 'boolean' ? '' : codeText(row[name])))
    .filter((text) => text !== '')
  return [...new Set(words)].join(' · ')
}
