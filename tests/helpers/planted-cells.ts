/** Data in which few people or firms hide, with values that occur nowhere else: whoever finds one has found somebody. */
export interface Planted {
  readonly pack: string
  readonly name: string
  readonly inputs: Readonly<Record<string, string>>
  readonly bind?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly params?: Readonly<Record<string, string | number | boolean | string[] | null>>
  /** Numbers of the run that must not leave: the planted ones and what is worked out of them. */
  readonly secrets: readonly number[]
}

/** The same numbers on every machine. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const csv = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length
const times = <T>(n: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, at) => make(at))

const places = ['QA01', 'QA02', 'QA03', 'QA04', 'QA05', 'QA06']
const activities = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7']
const tiny = 7.3190482

/** Counts with a fraction, which no honest count has: they can be told from every other number of a report. */
function genderGap(): Planted {
  const random = chance(1)
  const rows = places.flatMap((place) =>
    ['2020', '2021', '2022'].flatMap((year) =>
      ['F', 'M'].map((sex) => {
        const small = place === 'QA04' && sex === 'F' && year === '2022'
        const population = small ? 61.4173921 : 300 + 500 * random()
        const count = small ? tiny : population * (0.4 + 0.2 * random())
        return [place, year, sex, count, population] as const
      }),
    ),
  )
  return {
    pack: 'gender-gap',
    name: 'counts',
    inputs: { people: csv('territory,period,sex,count,population', rows) },
    params: { smallest_cell: 3 },
    secrets: [tiny, tiny / 61.4173921],
  }
}

function genderGapValues(): Planted {
  const random = chance(2)
  const rows = places.flatMap((place) =>
    ['F', 'M'].map((sex) =>
      place === 'QA02' && sex === 'M'
        ? [place, '2022', sex, 271.90482613, 6, 31.7204918]
        : [place, '2022', sex, (180 + 60 * random()).toFixed(4), 40 + Math.floor(50 * random()), 30],
    ),
  )
  return {
    pack: 'gender-gap',
    name: 'values',
    inputs: { people: csv('territory,period,sex,value,n,sd', rows) },
    params: { smallest_cell: 3 },
    secrets: [271.90482613],
  }
}

interface Worker {
  readonly sex: string
  readonly pay: number
  readonly job: string
}

function workers(seed: number): { readonly rows: readonly Worker[]; readonly few: readonly number[] } {
  const random = chance(seed)
  const rows: Worker[] = []
  for (const job of ['J1', 'J2', 'J3', 'J4'])
    for (const sex of ['F', 'M'])
      for (let i = job === 'J3' && sex === 'F' ? 6 : 60; i > 0; i--)
        rows.push({ job, sex, pay: Number((150 + 120 * random() + (sex === 'M' ? 20 : 0)).toFixed(5)) })
  return { rows, few: rows.filter(({ job, sex }) => job === 'J3' && sex === 'F').map(({ pay }) => pay) }
}

function genderPayGap(): Planted {
  const { rows, few } = workers(3)
  return {
    pack: 'gender-pay-gap',
    name: 'workers',
    inputs: {
      workers: csv(
        'sex,pay,job',
        rows.map(({ sex, pay, job }) => [sex, pay, job]),
      ),
    },
    bind: { workers: { groups: 'job' } },
    params: { bootstrap: 20 },
    secrets: [mean(few), Math.max(...rows.map(({ pay }) => pay))],
  }
}

function decomposition(): Planted {
  const { rows, few } = workers(4)
  const share = few.length / rows.filter(({ sex }) => sex === 'F').length
  return {
    pack: 'pay-gap-decomposition',
    name: 'workers',
    inputs: {
      workers: csv(
        'sex,pay,job,years',
        rows.map(({ sex, pay, job }, i) => [sex, pay, job, (i * 37) % 29]),
      ),
    },
    bind: { workers: { group: 'sex', outcome: 'pay', regressors: 'job,years' } },
    secrets: [share],
  }
}

function poverty(): Planted {
  const random = chance(5)
  const rows: (string | number)[][] = []
  const few: number[] = []
  for (const place of places)
    for (const sex of ['F', 'M'])
      for (let i = place === 'QA05' && sex === 'M' ? 5 : 70; i > 0; i--) {
        const income = Number((3000 + 26_000 * random() ** 1.2).toFixed(4))
        if (place === 'QA05' && sex === 'M') few.push(income)
        rows.push([place, sex, income])
      }
  return {
    pack: 'poverty-and-income',
    name: 'persons',
    inputs: { persons: csv('territory,sex,income', rows) },
    params: { bootstrap: 20 },
    secrets: [mean(few), Math.max(...rows.map(([, , income]) => Number(income)))],
  }
}

/** Persons by territory and activity with two cells of few. */
function employment(seed: number, periods: readonly string[], sexes: readonly string[]): string {
  const random = chance(seed)
  const rows = places.flatMap((place) =>
    activities.flatMap((activity) =>
      periods.flatMap((period) =>
        sexes.map((sex) => {
          const few = place === 'QA03' && activity === 'K5' && sex !== 'M'
          const size = 40 + 400 * random()
          return [place, activity, period, ...(sexes.length > 1 ? [sex] : []), few ? tiny : size]
        }),
      ),
    ),
  )
  return csv(`territory,activity,period,${sexes.length > 1 ? 'sex,' : ''}value`, rows)
}

const specialisation = (): Planted => ({
  pack: 'specialisation',
  name: 'sexes',
  inputs: { activity: employment(6, ['2022'], ['F', 'M']) },
  params: { total: 'sum', territory: 'QA03' },
  secrets: [tiny],
})

function specialisationAmounts(): Planted {
  const random = chance(16)
  const largest = 4_418_273.915_27
  const rows = places.flatMap((place) =>
    activities.map((activity) =>
      place === 'QA02' && activity === 'K2'
        ? [place, activity, 4_903_117.260_48, 41, largest, 201_345.5]
        : [place, activity, (1e6 + 9e6 * random()).toFixed(2), 60, 90_000, 80_000],
    ),
  )
  return {
    pack: 'specialisation',
    name: 'turnover',
    inputs: { activity: csv('territory,activity,value,contributors,largest,second', rows) },
    params: { counts: false },
    secrets: [largest, 201_345.5, 4_903_117.260_48],
  }
}

const shiftShare = (): Planted => ({
  pack: 'shift-share',
  name: 'total',
  inputs: { activity: employment(7, ['2018', '2022'], ['T']) },
  secrets: [tiny],
})

const complexity = (): Planted => ({
  pack: 'complexity',
  name: 'sexes',
  inputs: { activity: employment(8, ['2022'], ['F', 'M', 'T']) },
  params: { territory: 'QA03' },
  secrets: [tiny],
})

function matching(): Planted {
  const random = chance(9)
  const rows = times(240, (i) => {
    const age = 20 + Math.floor(40 * random())
    const treated = random() < (age > 40 ? 0.5 : 0.3) ? 1 : 0
    return [
      `firm${i}`,
      treated,
      (100 + 3 * age + 10 * treated + 20 * random()).toFixed(6),
      age,
      (10 * random()).toFixed(6),
    ]
  })
  return {
    pack: 'matching',
    name: 'firms',
    inputs: { units: csv('firm,treated,outcome,age,size', rows) },
    bind: { units: { unit: 'firm', covariates: 'age,size' } },
    secrets: [],
  }
}

function benchmark(): Planted {
  const random = chance(10)
  const rows = times(14, (i) => [`QB${i + 10}`, ...times(3, () => (50 + 50 * random()).toFixed(3))])
  const outcomes = rows.map(([place], i) => [
    String(place),
    i === 4 ? tiny : 30 + 60 * random(),
    900 + Math.floor(500 * random()),
  ])
  return {
    pack: 'benchmark',
    name: 'events',
    inputs: {
      indicators: csv('territory,a,b,c', rows),
      outcomes: csv('territory,events,population', outcomes),
    },
    bind: { indicators: { columns: 'a,b,c' } },
    params: { territory: 'QB10', k: 6 },
    secrets: [tiny],
  }
}

function interrupted(): Planted {
  const random = chance(11)
  const rows = times(40, (i) => [
    `20${String(10 + Math.floor(i / 12)).padStart(2, '0')}-${String((i % 12) + 1).padStart(2, '0')}`,
    i === 17 ? 7 : 40 + Math.floor(30 * random()),
  ])
  return {
    pack: 'interrupted-time-series',
    name: 'counts',
    inputs: { series: csv('period,value', rows) },
    params: { family: 'poisson', intervention: '2012-01' },
    secrets: [],
  }
}

function panelOfFirms(seed: number): string {
  const random = chance(seed)
  const rows = times(36, (i) =>
    times(6, (t) => {
      // Four firms began in 2019, the others in 2021 or never.
      const start = i < 4 ? 2019 : i < 18 ? 2021 : 0
      const year = 2017 + t
      const value = 100 + i + 2 * t + (start > 0 && year >= start ? 5 : 0) + 3 * random()
      return [`firm${i}`, year, value.toFixed(6), start]
    }),
  ).flat()
  return csv('firm,period,outcome,first_treated', rows)
}

const differenceInDifferences = (): Planted => ({
  pack: 'difference-in-differences',
  name: 'firms',
  inputs: { panel: panelOfFirms(12) },
  bind: { panel: { unit: 'firm' } },
  secrets: [],
})

const eventStudy = (): Planted => ({
  pack: 'event-study',
  name: 'firms',
  inputs: { panel: panelOfFirms(13) },
  bind: { panel: { unit: 'firm' } },
  secrets: [],
})

function discontinuity(): Planted {
  const random = chance(14)
  const rows = times(400, () => {
    const running = 200 * random() - 100
    return [(50 + 0.2 * running + (running >= 0 ? 8 : 0) + 10 * random()).toFixed(6), running.toFixed(6)]
  })
  return {
    pack: 'regression-discontinuity',
    name: 'persons',
    inputs: { units: csv('outcome,running', rows) },
    secrets: [],
  }
}

function monitoring(): Planted {
  const plan = ['P1', 'P2'].map((priority) => [priority, `${priority}-jobs`, 2018, 100, 2027, 300, 2022, 180])
  return {
    pack: 'ris3-monitoring',
    name: 'domains',
    inputs: {
      indicators: csv('priority,indicator,baseline_year,baseline,target_year,target,year,actual', plan),
      domains: csv('priority,nace', [
        ['P1', '26'],
        ['P2', '10'],
      ]),
      activity: csv(
        'territory,activity,period,sex,value',
        places.flatMap((place, i) =>
          ['26', '10', '47'].flatMap((nace, j) =>
            ['F', 'M'].map((sex) => [
              place,
              nace,
              2022,
              sex,
              place === 'QA03' && nace === '26' && sex === 'F' ? tiny : 60 + 13 * i + 31 * j,
            ]),
          ),
        ),
      ),
    },
    secrets: [tiny],
  }
}

export const plantedCells: readonly Planted[] = [
  genderGap(),
  genderGapValues(),
  genderPayGap(),
  decomposition(),
  poverty(),
  specialisation(),
  specialisationAmounts(),
  shiftShare(),
  complexity(),
  matching(),
  benchmark(),
  interrupted(),
  differenceInDifferences(),
  eventStudy(),
  discontinuity(),
  monitoring(),
]
