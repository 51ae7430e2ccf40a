import type { Row } from '../model/table'
import { textOf } from './row-codes'

const byCode = new Intl.Collator('en', { numeric: true }).compare

const oneWay = (values: readonly number[]): boolean => {
  const steps = values.slice(1).map((value, at) => Math.sign(value - (values[at] ?? 0)))
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0)
}

/** Rows that are alike in all other codes, one after the other. */
function seriesOf(rows: readonly Row[], others: readonly string[]): readonly (readonly Row[])[] {
  const series = new Map<string, Row[]>()
  for (const row of rows) {
    const name = JSON.stringify(others.map((key) => textOf(row[key])))
    const own = series.get(name)
    if (own === undefined) series.set(name, [row])
    else own.push(row)
  }
  return [...series.values()].filter(({ length }) => length > 1)
}

/**
 * Rows in the order of exact numbers say which of two equal rounded ones was larger, and bound both. Where the order of
 * rows follows a number that was changed and is not that of the codes, the rows are put in the order of their codes.
 */
export function withoutExactOrder(exact: readonly Row[], shown: readonly Row[]): readonly Row[] {
  const names = Object.keys(exact[0] ?? {})
  const codes = names.filter(
    (name) => !/(^|_)status$/.test(name) && exact.some((row) => typeof row[name] === 'string'),
  )
  const changed = names.filter((name) =>
    exact.some((row, at) => typeof row[name] === 'number' && !Object.is(row[name], shown[at]?.[name])),
  )
  const told = codes.some((code) => {
    if (code === 'sex') return false
    const series = seriesOf(
      exact,
      codes.filter((other) => other !== code),
    )
    if (series.length === 0 || series.every((rows) => oneWay(places(rows.map((row) => textOf(row[code]))))))
      return false
    return changed.some((column) => {
      const follows = (size: (value: number) => number) =>
        series.every((rows) =>
          oneWay(rows.flatMap((row) => (typeof row[column] === 'number' ? [size(row[column])] : []))),
        )
      return follows((value) => value) || follows(Math.abs)
    })
  })
  if (!told) return shown
  return [...shown].sort((a, b) => {
    for (const code of codes) {
      const way = byCode(textOf(a[code]), textOf(b[code]))
      if (way !== 0) return way
    }
    return 0
  })
}

/** Where each code stands among all of them in their own order. */
function places(codes: readonly string[]): readonly number[] {
  const sorted = [...new Set(codes)].sort(byCode)
  const place = new Map(sorted.map((code, at) => [code, at]))
  return codes.map((code) => place.get(code) ?? 0)
}
