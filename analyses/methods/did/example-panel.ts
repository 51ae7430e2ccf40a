import type { PanelRows } from './panel'

const start = 2001
const periods = 24

/** Twelve units over 24 years, four first treated in 2022 and four in 2023; numbers without a pattern but the effect. */
function makeExample(): PanelRows {
  const cells = Array.from({ length: 12 * periods }, (_, i) => ({
    unit: Math.floor(i / periods),
    time: i % periods,
  }))
  const firstOf = (unit: number) => (unit < 4 ? '2022' : unit < 8 ? '2023' : '0')
  const noise = (unit: number, time: number) => ((unit * 7 + time * 13 + unit * time * 5) % 11) / 10
  return {
    unit: cells.map(({ unit }) => `U${String(unit + 1).padStart(2, '0')}`),
    period: cells.map(({ time }) => String(start + time)),
    outcome: cells.map(({ unit, time }) => {
      const since = start + time - Number(firstOf(unit))
      return 10 + unit + 0.3 * time + noise(unit, time) + (unit < 8 && since >= 0 ? 2 + since : 0)
    }),
    firstTreated: cells.map(({ unit }) => firstOf(unit)),
    weight: null,
    cluster: null,
    covariates: [{ name: 'size', values: cells.map(({ unit }) => (unit * 5) % 7) }],
  }
}

export const examplePanel: PanelRows = makeExample()
