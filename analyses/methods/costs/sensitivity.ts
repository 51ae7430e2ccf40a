import { type FlowRow, netFlows, partsOf, type Setting } from './flows'
import { internalRate } from './internal-rate'

export interface Sensitivity {
  readonly option: string
  readonly variable: string
  /** NPV with the variable lowered and raised by the range. */
  readonly low: number
  readonly high: number
  /** By how many per cent the NPV moves when the variable moves by one; null when the NPV is zero. */
  readonly elasticity: number | null
  /** The Commission's rule: one per cent of the variable moves the NPV by more than one per cent. */
  readonly critical: boolean
}

export interface Switching {
  readonly option: string
  readonly variable: string
  /** Change of the variable (as a share of it) at which the NPV is zero; for the rate the rate itself. */
  readonly change: number | null
  readonly value: number | null
}

type Scaling = (row: FlowRow, by: number) => FlowRow

/** What can be moved: all costs, all benefits, the residual value, and each named item apart. */
function variablesOf(
  rows: readonly FlowRow[],
): readonly { readonly name: string; readonly scale: Scaling }[] {
  const has = (value: (row: FlowRow) => number) => rows.some((row) => value(row) !== 0)
  const items = [...new Set(rows.map(({ item }) => item))].filter((item) => item !== '')
  return [
    ...(has(({ cost }) => cost)
      ? [{ name: 'cost', scale: (row: FlowRow, by: number) => ({ ...row, cost: row.cost * by }) }]
      : []),
    ...(has(({ benefit }) => benefit)
      ? [{ name: 'benefit', scale: (row: FlowRow, by: number) => ({ ...row, benefit: row.benefit * by }) }]
      : []),
    ...(has(({ residual }) => residual)
      ? [{ name: 'residual', scale: (row: FlowRow, by: number) => ({ ...row, residual: row.residual * by }) }]
      : []),
    ...(items.length < 2
      ? []
      : items.map((item) => ({
          name: `item:${item}`,
          scale: (row: FlowRow, by: number) =>
            row.item === item
              ? { ...row, cost: row.cost * by, benefit: row.benefit * by, residual: row.residual * by }
              : row,
        }))),
  ]
}

const npvOf = (rows: readonly FlowRow[], setting: Setting): number => {
  const { cost, benefit } = partsOf(rows, setting)
  return benefit - cost
}

/** One variable at a time, the others as they are; the discount rate too. The widest first. */
export function sensitivities(
  option: string,
  rows: readonly FlowRow[],
  setting: Setting,
  range: number,
): readonly Sensitivity[] {
  const npv = npvOf(rows, setting)
  const of = (variable: string, at: (by: number) => number): Sensitivity => {
    const elasticity = npv === 0 ? null : (at(1.01) - npv) / Math.abs(npv) / 0.01
    return {
      option,
      variable,
      low: at(1 - range),
      high: at(1 + range),
      elasticity,
      // One per cent that is one to rounding is not more than one.
      critical: elasticity === null ? true : Math.abs(elasticity) > 1 + 1e-9,
    }
  }
  const found = variablesOf(rows).map(({ name, scale }) =>
    of(name, (by) =>
      npvOf(
        rows.map((row) => scale(row, by)),
        setting,
      ),
    ),
  )
  if (setting.rate > 0) found.push(of('rate', (by) => npvOf(rows, { ...setting, rate: setting.rate * by })))
  return found.toSorted(
    (a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low) || (a.variable < b.variable ? -1 : 1),
  )
}

/** NPV is linear in every variable but the rate: the change is -NPV over the variable's own present value. */
export function switchingValues(
  option: string,
  rows: readonly FlowRow[],
  setting: Setting,
): readonly Switching[] {
  const npv = npvOf(rows, setting)
  const changes = variablesOf(rows).map(({ name, scale }): Switching => {
    const own =
      npv -
      npvOf(
        rows.map((row) => scale(row, 0)),
        setting,
      )
    return { option, variable: name, change: own === 0 ? null : -npv / own, value: null }
  })
  const { rate } = internalRate(netFlows(rows))
  return [...changes, { option, variable: 'rate', change: null, value: rate }]
}
