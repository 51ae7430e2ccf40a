import { fileURLToPath } from 'node:url'
import type { DisclosureSummary } from '../../analyses/model/disclosure'
import { type Pack, parsePack } from '../../analyses/model/pack'
import type { RunRecord } from '../../analyses/model/run-record'
import type { Cell } from '../../analyses/model/table'

/** A pack of a few lines with everything a report can show; its SQL is never run here. */
const manifest = `
format: workbench-pack/1
id: small-gap
version: 1.0.0
kind: indicator
area: gender
topics: [gender]
locales: [cs, en, pl]
needs:
  people:
    grain: [territory, period, sex]
    columns:
      territory: { role: territory }
      period: { role: period }
      sex: { role: sex }
      count: { role: measure }
      population: { role: measure }
params:
  reference: { type: choice, options: [M, F], default: M }
  smallest_cell: { type: integer, min: 3, max: 100, default: 10 }
steps:
  gap: { sql: sql/gap.sql, from: [people] }
  trend: { sql: sql/gap.sql, from: [gap] }
  words: { sql: sql/gap.sql, from: [gap] }
tables:
  gap:
    from: gap
    columns:
      territory: { unit: code }
      period: { unit: period }
      total: { unit: proportion }
      men: { unit: proportion }
      women: { unit: proportion }
      difference: { unit: proportion-difference }
      ratio: { unit: ratio }
      status: { unit: status }
charts:
  dumbbell:
    spec: charts/dumbbell.vl.json
    data: trend
    text: words
    columns:
      territory: { unit: code }
      women: { unit: proportion }
      men: { unit: proportion }
      total: { unit: proportion }
      difference: { unit: proportion-difference }
      status: { unit: status }
findings:
  widest: { sql: sql/gap.sql, from: [gap], severity: attention }
report: { template: "report/{locale}.md" }
statuses: [ok, suppressed]
cite: [newcombe-1998]
`

const column = (text: string) => `{ title: ${text}, help: ${text} }`

const messages = (w: Readonly<Record<string, string>>): string => `
title: ${w['title']}
question: ${w['question']}
uses: [Compare.]
limits: [${w['limit']}]
needs:
  people:
    title: ${w['people']}
    help: ${w['people']}
    columns:
      territory: ${column(w['territory'] ?? '')}
      period: ${column(w['period'] ?? '')}
      sex: ${column(w['sex'] ?? '')}
      count: ${column(w['count'] ?? '')}
      population: ${column(w['population'] ?? '')}
params:
  reference: { title: ${w['reference']}, help: ${w['reference']}, options: { M: ${w['men']}, F: ${w['women']} } }
  smallest_cell: ${column(w['smallest'] ?? '')}
tables:
  gap:
    title: ${w['gap']}
    columns: &columns { territory: ${w['territory']}, period: ${w['period']}, women: ${w['women']}, men: ${w['men']}, total: ${w['total']}, difference: ${w['difference']}, ratio: ${w['ratio']}, status: ${w['status']} }
charts:
  dumbbell:
    title: ${w['chart']}
    subtitle: ${w['subtitle']}
    alt: ${w['alt']}
    foot: ${w['foot']}
    axes: { x: ${w['axis']} }
    columns: *columns
findings:
  widest: ${w['finding']}
statuses:
  ok: ${w['ok']}
  suppressed: ${w['suppressed']}
`

const english = {
  title: 'Employment of women and men',
  question: 'How far apart are the employment rates of women and men?',
  limit: 'Do not use it for single villages.',
  people: 'People',
  territory: 'Territory',
  period: 'Period',
  sex: 'Sex',
  count: 'Employed',
  population: 'Population',
  reference: 'Reference',
  smallest: 'Smallest cell',
  gap: 'Gap by territory',
  women: 'Women',
  men: 'Men',
  total: 'Total',
  difference: 'Difference',
  ratio: 'Ratio',
  status: 'Status',
  chart: 'The gap is widest in {territory}',
  subtitle: 'Employment rate, {period}',
  alt: 'In {territory} the rate of women is lower by {points, number, ::.0} percentage points.',
  foot: 'n = {n, number}',
  axis: 'Employment rate (%)',
  finding: 'In {territory} the gap is {points, number, ::.0} percentage points.',
  ok: 'published',
  suppressed: 'fewer people than the smallest cell',
}
const czech = {
  ...english,
  title: 'Zaměstnanost žen a mužů',
  territory: 'Území',
  women: 'Ženy',
  men: 'Muži',
  total: 'Celkem',
  difference: 'Rozdíl',
  axis: 'Míra zaměstnanosti (%)',
  chart: 'Rozdíl je největší v území {territory}',
  finding: 'V území {territory} je rozdíl {points, number, ::.0} procentního bodu.',
}
const polish = { ...english, title: 'Zatrudnienie kobiet i mężczyzn', territory: 'Obszar' }

export const dumbbell = {
  height: { step: 28 },
  encoding: { y: { field: 'territory', type: 'nominal', sort: { field: 'difference' } } },
  layer: [
    {
      mark: { type: 'rule', style: 'connector' },
      encoding: {
        x: { field: 'women', type: 'quantitative', scale: { zero: false, padding: 12 } },
        x2: { field: 'men' },
      },
    },
    {
      transform: [{ fold: ['women', 'men', 'total'], as: ['sex', 'rate'] }],
      mark: 'point',
      encoding: {
        x: { field: 'rate', type: 'quantitative' },
        color: { field: 'sex', type: 'nominal' },
        shape: { field: 'sex', type: 'nominal' },
      },
    },
    {
      mark: { type: 'text', align: 'left', dx: 12, style: 'quiet-label' },
      encoding: {
        x: { field: 'men', type: 'quantitative' },
        text: { field: 'difference', type: 'quantitative' },
      },
    },
  ],
}

const template = `# Report
Free words before.

{{block:question}}

## Findings
{{block:findings}}

{{block:dumbbell}}

## Numbers
{{block:table:gap}}
`

export function smallPack(spec: unknown = dumbbell): Pack {
  const files = new Map([
    ['pack.yaml', manifest],
    ['sql/gap.sql', 'select 1'],
    ['charts/dumbbell.vl.json', JSON.stringify(spec)],
    ['messages/en.yaml', messages(english)],
    ['messages/cs.yaml', messages(czech)],
    ['messages/pl.yaml', messages(polish)],
    ...(['cs', 'en', 'pl'] as const).map((locale): [string, string] => [`report/${locale}.md`, template]),
  ])
  const pack = parsePack(files)
  if (!pack.ok) throw new Error(JSON.stringify(pack.faults, null, 1))
  return pack.value
}

export interface SmallRow {
  readonly territory: string
  readonly women: number | null
  readonly men: number | null
  readonly status?: string
}

export const townRows: readonly SmallRow[] = [
  { territory: 'Ústí nad Olší', women: 0.5812345678901234, men: 0.7312345678901235 },
  { territory: 'Čelákovice', women: 0.61, men: 0.6825 },
  { territory: 'Žďár', women: 1 / 3, men: 2 / 3 },
  { territory: 'Łódź', women: 0.7, men: 0.6999 },
  { territory: 'Lhotka', women: null, men: null, status: 'suppressed' },
]

/** A record as the runner writes it, over rows of the caller's choice. */
export function smallRecord(rows: readonly SmallRow[] = townRows, synthetic = true): RunRecord {
  const full = rows.map(
    ({ territory, women, men, status }): Record<string, Cell> => ({
      territory,
      period: '2023',
      women,
      men,
      total: women === null || men === null ? null : (women + men) / 2,
      difference: women === null || men === null ? null : women - men,
      ratio: women === null || men === null ? null : women / men,
      status: status ?? 'ok',
    }),
  )
  const text = (...names: readonly string[]) => names.map((name) => ({ name, type: 'text' as const }))
  const numbers = (...names: readonly string[]) => names.map((name) => ({ name, type: 'number' as const }))
  const first = rows[0]?.territory ?? ''
  return {
    format: 'workbench-run/1',
    pack: { id: 'small-gap', version: '1.0.0' },
    params: { reference: 'M', smallest_cell: 10 },
    inputs: [
      {
        need: 'people',
        dataSet: 'employment',
        sha256: 'ab'.repeat(32),
        file: 'employment.csv',
        from: 'employment.csv',
        rows: 1234,
        columns: {
          territory: 'lau',
          period: 'year',
          sex: 'sex',
          count: 'employed',
          population: 'population',
        },
        synthetic,
      },
    ],
    tables: {
      gap: full,
      trend: full.map(({ period: _period, ratio: _ratio, ...row }) => row),
      words: [{ territory: first, period: '2023', points: -15, n: rows.length }],
    },
    schema: {
      gap: [
        ...text('territory', 'period'),
        ...numbers('women', 'men', 'total', 'difference', 'ratio'),
        ...text('status'),
      ],
      trend: [...text('territory'), ...numbers('women', 'men', 'total', 'difference'), ...text('status')],
      words: [...text('territory', 'period'), ...numbers('points', 'n')],
    },
    findings: [
      {
        id: 'widest',
        severity: 'attention',
        values: { territory: first, points: -15 },
        text: 'as it was run',
      },
    ],
    faults: [],
    sampleFlow: [{ step: 'people', units: rows.length, rows: 1234, reason: 'read' }],
    engine: { app: '0.1.0', duckdb: 'v1.4.3' },
    seed: 1,
  }
}

export const fontFolder = fileURLToPath(new URL('../../node_modules/source-sans', import.meta.url))

/** Of an export in which nobody had to be protected. */
export const noDisclosure: DisclosureSummary = {
  applies: false,
  rules: {
    minimum: 10,
    zeros: false,
    concentration: true,
    group: true,
    extremes: true,
    treatment: 'suppress',
    base: null,
  },
  cells: 0,
  primary: 0,
  secondary: 0,
  lost: null,
  withheld: 0,
  audit: { attacked: 0, protected: 0, earlier: 0, optimal: true },
  reasons: {},
}
