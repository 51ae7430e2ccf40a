import { numberAt, type PublishedCase, type PublishedRun, type Reading, type Runs } from './case'
import { csvRows, csvText } from './csv-rows'

const blocks = ['krumme', 'farhauer_kroell', 'freiburg', 'us_oes_2013_2015'] as const
const variants = { dunn: 'dunn', esteban: 'esteban-marquillas' } as const
const header = ['territory', 'activity', 'period', 'value']

const runs: Record<string, PublishedRun> = Object.fromEntries([
  ...blocks.flatMap((block) =>
    Object.entries(variants).map(([name, variant]) => [
      `${block}_${name}`,
      {
        pack: 'shift-share',
        inputs: { activity: `${block}.csv` },
        params: { reference: 'NATION', variant },
      },
    ]),
  ),
  [
    'krumme_lq',
    {
      pack: 'specialisation',
      inputs: { activity: 'krumme.csv' },
      params: { reference: 'NATION', periods: '2000', counts: false },
    },
  ],
])

/** The part of an id after the region -> run, and the column of the totals. */
const columns: Readonly<Record<string, readonly [string, string]>> = {
  growth: ['dunn', 'total'],
  ns: ['dunn', 'national'],
  im: ['dunn', 'mix'],
  rs: ['dunn', 'regional'],
  net_shift: ['dunn', 'shift'],
  total_shift: ['dunn', 'shift'],
  esteban_rs: ['esteban', 'regional'],
  esteban_alloc: ['esteban', 'allocation'],
}

function reading(id: string, records: Runs): Reading {
  if (id === 'farhauer_kroell_sum_net_shift')
    return ['A', 'B', 'C'].reduce(
      (total, region) =>
        total +
        (numberAt(records['farhauer_kroell_dunn'], 'totals', 'shift', { territory: region }) ?? Number.NaN),
      0,
    )
  const block = blocks.find((name) => id.startsWith(`${name}_`))
  if (block === undefined) return null
  const rest = id.slice(block.length + 1)
  if (block === 'krumme') return krumme(rest, records)
  const [region = '', ...measure] = rest.split('_')
  return total(records, block, region, measure.join('_'))
}

function total(records: Runs, block: string, territory: string, measure: string): Reading {
  const at = (run: string, column: string) =>
    numberAt(records[`${block}_${run}`], 'totals', column, { territory })
  if (measure === 'identity') {
    const [all, ...parts] = ['total', 'national', 'mix', 'regional'].map((column) => at('dunn', column))
    return parts.reduce<number>((sum, part) => sum + (part ?? Number.NaN), 0) - (all ?? Number.NaN)
  }
  const [run, column] = columns[measure] ?? []
  return run === undefined || column === undefined ? null : at(run, column)
}

function krumme(rest: string, records: Runs): Reading {
  const [measure = '', activity] = rest === 'total_shift' ? [rest] : rest.split('_')
  if (activity === undefined) return total(records, 'krumme', 'Holukuluku', measure)
  if (measure === 'lq') return numberAt(records['krumme_lq'], 'location_quotient', 'lq', { activity })
  const [run, column] = columns[measure] ?? []
  return column === undefined ? null : numberAt(records[`krumme_${run}`], 'components', column, { activity })
}

/** Dunn and Esteban-Marquillas on a worked example, a textbook, Freiburg and the states of the USA. */
export const shiftShareCase: PublishedCase = {
  folder: 'shift-share',
  runs,
  prepare: (read) => {
    const rows = csvRows(read('data.csv'))
    return Object.fromEntries(
      blocks.map((block) => [
        `${block}.csv`,
        csvText(
          header,
          rows
            .filter(({ dataset }) => dataset === block)
            .flatMap(({ region = '', industry = '', emp_t0 = '', emp_t1 = '' }) => [
              [region, industry, '2000', emp_t0],
              [region, industry, '2010', emp_t1],
            ]),
        ),
      ]),
    )
  },
  numbers: (records, ids) => Object.fromEntries(ids.map((id) => [id, reading(id, records)])),
}
