import type { Cell } from './write'

const SYN = 'SYN'

/** Variants with their costs, benefits (thousand CZK) and effects by year. */
interface Variant {
  readonly name: string
  readonly investment: number
  readonly running: number
  readonly benefit: number
  readonly effect: number
}
const FIRST_YEAR = 2024
const YEARS = 12

const flows = (variants: readonly Variant[]): Cell[][] =>
  variants.flatMap(({ name, investment, running, benefit, effect }) =>
    Array.from({ length: YEARS }, (_, index): Cell[] => [
      ...[name, FIRST_YEAR + index, index === 0 ? investment : running],
      ...(index === 0 ? [0, 0, SYN] : [benefit, effect, SYN]),
    ]),
  )

/** Effects are tonnes of dust a year. */
export const airCostRows = (): Cell[][] =>
  flows([
    { name: 'Kropení a čištění ulic', investment: 4200, running: 1900, benefit: 2400, effect: 3 },
    { name: 'Nízkoemisní zóna', investment: 9800, running: 900, benefit: 3300, effect: 7 },
    { name: 'Výměna kotlů', investment: 26_000, running: 300, benefit: 4700, effect: 14 },
  ])

/** Effects are women and men in work more, a year. */
export const policyCostRows = (): Cell[][] =>
  flows([
    { name: 'Příspěvek na školní obědy', investment: 2500, running: 21_000, benefit: 26_500, effect: 310 },
    { name: 'Delší provoz družin', investment: 9000, running: 16_500, benefit: 15_200, effect: 180 },
  ])

/** Effects are megawatt hours a year. */
export const energyCostRows = (): Cell[][] =>
  flows([
    { name: 'Regulace vytápění', investment: 1400, running: 60, benefit: 310, effect: 96 },
    { name: 'Zateplení budov', investment: 31_000, running: 40, benefit: 3100, effect: 930 },
    { name: 'Tepelná čerpadla', investment: 18_500, running: 420, benefit: 2350, effect: 610 },
  ])

interface Indicator {
  readonly priority: string
  readonly name: string
  readonly kind: string
  readonly unit: string
  readonly baseline: number
  readonly target: number
  /** What was reached in 2022 and 2024. */
  readonly reached: readonly [number, number]
  readonly sex?: 'F' | 'M' | 'T'
}

const people = (
  base: Pick<Indicator, 'priority' | 'name' | 'kind' | 'unit'>,
  women: readonly [number, number, number, number],
  men: readonly [number, number, number, number],
): readonly Indicator[] => {
  const row = (sex: 'F' | 'M' | 'T', of: readonly number[]): Indicator => {
    const [baseline = 0, target = 0, first = 0, second = 0] = of
    return { ...base, sex, baseline, target, reached: [first, second] }
  }
  return [
    row('F', women),
    row('M', men),
    row(
      'T',
      women.map((value, index) => value + (men[index] ?? 0)),
    ),
  ]
}

const INDICATORS: readonly Indicator[] = [
  {
    priority: 'Pokročilé materiály',
    name: 'Výdaje firem na výzkum',
    kind: 'input',
    unit: 'mil. Kč',
    baseline: 410,
    target: 640,
    reached: [455, 530],
  },
  {
    priority: 'Pokročilé materiály',
    name: 'Společné projekty firem a univerzit',
    kind: 'output',
    unit: 'projekty',
    baseline: 18,
    target: 40,
    reached: [22, 29],
  },
  {
    priority: 'Pokročilé materiály',
    name: 'Tržby z nových výrobků',
    kind: 'result',
    unit: 'mil. Kč',
    baseline: 1250,
    target: 2100,
    reached: [1320, 1390],
  },
  ...people(
    { priority: 'Pokročilé materiály', name: 'Výzkumní pracovníci', kind: 'output', unit: 'osoby' },
    [86, 150, 98, 117],
    [241, 290, 252, 268],
  ),
  {
    priority: 'Chytrá mobilita',
    name: 'Podpořené malé a střední firmy',
    kind: 'output',
    unit: 'firmy',
    baseline: 25,
    target: 80,
    reached: [41, 58],
  },
  {
    priority: 'Chytrá mobilita',
    name: 'Vývoz s vysokou přidanou hodnotou',
    kind: 'impact',
    unit: '%',
    baseline: 21,
    target: 30,
    reached: [21.4, 22.1],
  },
  ...people(
    { priority: 'Chytrá mobilita', name: 'Absolventi technických oborů', kind: 'result', unit: 'osoby' },
    [120, 220, 133, 151],
    [410, 460, 421, 436],
  ),
  {
    priority: 'Digitální zdraví',
    name: 'Pilotní provozy v nemocnicích',
    kind: 'output',
    unit: 'provozy',
    baseline: 2,
    target: 12,
    reached: [5, 9],
  },
  {
    priority: 'Digitální zdraví',
    name: 'Zavedené služby na dálku',
    kind: 'result',
    unit: 'služby',
    baseline: 1,
    target: 10,
    reached: [3, 6],
  },
]

const BASELINE_YEAR = 2020
const TARGET_YEAR = 2027
const REPORTED = [2022, 2024] as const

export const strategyRows = (): Cell[][] =>
  INDICATORS.flatMap(({ priority, name, kind, unit, baseline, target, reached, sex }) =>
    REPORTED.map((year, index): Cell[] => [
      ...[priority, name, kind, unit, sex ?? '', BASELINE_YEAR, baseline, TARGET_YEAR, target],
      ...[year, reached[index] ?? '', SYN],
    ]),
  )
