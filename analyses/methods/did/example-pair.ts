import type { TwoByTwoRows } from './panel'

const units = 12
const noise = [0.4, -0.3, 0.1, 0.6, -0.5, 0.2, -0.1, 0.3, -0.4, 0.5, 0, -0.2] as const

/** Twelve shops before and after; the second half is treated, more strongly the larger it is. */
const cells = Array.from({ length: units * 2 }, (_, i) => ({ unit: Math.floor(i / 2), late: i % 2 === 1 }))

export const examplePair: TwoByTwoRows = {
  unit: cells.map(({ unit }) => `S${String(unit + 1).padStart(2, '0')}`),
  period: cells.map(({ late }) => (late ? '2022' : '2021')),
  outcome: cells.map(
    ({ unit, late }) =>
      20 + unit + (late ? 1 + (unit >= 6 ? 2 : 0) + (noise[unit] ?? 0) : -(noise[unit] ?? 0)),
  ),
  firstTreated: cells.map(({ unit }) => (unit >= 6 ? '2022' : '0')),
  weight: null,
  cluster: null,
  covariates: [{ name: 'chain', values: cells.map(({ unit }) => ['A', 'B', 'C'][unit % 3] ?? 'A') }],
  dose: cells.map(({ unit }) => (unit >= 6 ? 0.5 + unit / 10 : 0)),
}
