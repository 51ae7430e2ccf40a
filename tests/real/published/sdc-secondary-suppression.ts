import { numberAt, type PublishedCase, type PublishedRun, type Runs, rowsWhere } from './case'

const regions = ['total', 'A', 'B', 'C', 'D']
const sexes = ['total', 'male', 'female']
const idOf = (region: unknown, gender: unknown) =>
  regions.indexOf(String(region)) * 3 + sexes.indexOf(String(gender)) + 1

/** Cells of the 4 x 4 table that are hidden at the start. */
const hidden44 = ['w,a', 'w,b', 'w,c', 'x,a', 'x,c', 'y,b', 'y,d', 'z,b', 'z,d']
const candidates44 = ['w,d', 'x,b', 'x,d', 'y,a', 'y,c', 'z,a', 'z,c']

const marked = (text: string, cells: readonly string[]): string => {
  const [head, ...lines] = text.trim().split('\n')
  const rows = lines.map(
    (line) => `${line},${cells.some((cell) => line.startsWith(`${cell},`)) ? 'sensitive' : ''}`,
  )
  return `${[`${head},mark`, ...rows].join('\n')}\n`
}

const table44 = (file: string, secondary: boolean): PublishedRun => ({
  pack: 'disclosure-check',
  inputs: { cells: file },
  bind: { 'cells.dimensions': 'v1,v2', 'cells.value': 'freq', 'cells.mark': 'mark' },
  params: { threshold: 1, secondary },
})

const linked = (secondary: boolean): PublishedRun => ({
  pack: 'disclosure-check',
  inputs: { cells: 'linked.csv', hierarchy: 'hierarchy.csv' },
  bind: {
    'cells.dimensions': 'region',
    'cells.value': 'n',
    'hierarchy.dimension': 'dimension',
    'hierarchy.scheme': 'scheme',
    'hierarchy.parent': 'parent',
    'hierarchy.child': 'child',
  },
  params: { threshold: 4, secondary },
})

const suppressedIds = (runs: Runs, run = 'table') =>
  rowsWhere(runs[run], 'cells')
    .filter(({ status }) => status !== 'published')
    .map(({ region, gender }) => idOf(region, gender))
    .sort((a, b) => a - b)

const z1Rows = ['Total', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
const z1Columns = ['Total', 'annet', 'arbeid', 'soshjelp', 'trygd']
const z1Ids = ({ z1 }: Runs, statuses: readonly string[]) =>
  rowsWhere(z1, 'cells')
    .filter(({ status }) => statuses.includes(String(status)))
    .map(
      ({ region, hovedint }) => z1Rows.indexOf(String(region)) * 5 + z1Columns.indexOf(String(hovedint)) + 1,
    )
    .sort((a, b) => a - b)

const regionsWhere = (
  runs: Runs,
  run: string,
  table: string,
  keep: (row: Readonly<Record<string, unknown>>) => boolean,
) =>
  rowsWhere(runs[run], table)
    .filter(keep)
    .map(({ region }) => String(region))

const revealed = (runs: Runs, run: string) =>
  regionsWhere(runs, run, 'audit', ({ width }) => typeof width === 'number' && width < 1e-6)

const bounds = (runs: Runs, run: string, where: Readonly<Record<string, string>>) =>
  ['low', 'high'].map((column) => numberAt(runs[run], 'audit', column, where) ?? Number.NaN)

export const sdcSecondarySuppression: PublishedCase = {
  folder: 'sdc-secondary-suppression',
  prepare: (read) => {
    const groups = read('linked.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    return {
      'hierarchy.csv': `${[
        'dimension,scheme,parent,child',
        ...groups.map(([region, county]) => `region,county,${county},${region}`),
        ...groups.map(([region, , group]) => `region,group,${group},${region}`),
      ].join('\n')}\n`,
      'before.csv': marked(read('table4x4.csv'), hidden44),
      'gauss.csv': marked(read('data.csv'), ['A,male', 'A,female', 'D,male', 'D,female']),
      'dmale.csv': read('data.csv')
        .trim()
        .split('\n')
        .map((line, at) =>
          at === 0 ? `${line},mark` : `${line},${line.startsWith('D,male') ? 'publish' : ''}`,
        )
        .join('\n'),
      ...Object.fromEntries(
        candidates44.map((cell) => [
          `with-${cell.replace(',', '')}.csv`,
          marked(read('table4x4.csv'), [...hidden44, cell]),
        ]),
      ),
    }
  },
  runs: {
    table: {
      pack: 'disclosure-check',
      inputs: { cells: 'data.csv' },
      bind: { 'cells.dimensions': 'region,gender', 'cells.value': 'freq' },
      params: { threshold: 3 },
    },
    dmale: {
      pack: 'disclosure-check',
      inputs: { cells: 'dmale.csv' },
      bind: { 'cells.dimensions': 'region,gender', 'cells.value': 'freq', 'cells.mark': 'mark' },
      params: { threshold: 3 },
    },
    gauss: {
      pack: 'disclosure-check',
      inputs: { cells: 'gauss.csv' },
      bind: { 'cells.dimensions': 'region,gender', 'cells.value': 'freq', 'cells.mark': 'mark' },
      params: { threshold: 1, secondary: false },
    },
    before: table44('before.csv', false),
    after: table44('before.csv', true),
    ...Object.fromEntries(
      candidates44.map((cell) => {
        const name = cell.replace(',', '')
        return [name, table44(`with-${name}.csv`, false)]
      }),
    ),
    open: linked(false),
    linked: linked(true),
    z1: {
      pack: 'disclosure-check',
      inputs: { cells: 'z1.csv' },
      bind: { 'cells.dimensions': 'region,hovedint', 'cells.value': 'ant' },
      params: { threshold: 4 },
    },
  },
  numbers: (runs) => {
    const wb = { v1: 'w', v2: 'b' }
    const aFemale = { region: 'A', gender: 'female' }
    const primary = z1Ids(runs, ['primary'])
    const suppressed = z1Ids(runs, ['primary', 'secondary'])
    return {
      opt_suppressed: suppressedIds(runs),
      opt_n_secondary: numberAt(runs['table'], 'summary', 'secondary'),
      opt_n_publishable: numberAt(runs['table'], 'summary', 'published'),
      opt_bounds_A_female: bounds(runs, 'table', aFemale),
      gauss_suppressed: suppressedIds(runs),
      gauss_suppressed_z: suppressedIds(runs, 'dmale'),
      gauss_bounds_A_female: bounds(runs, 'gauss', aFemale),
      t44_before: bounds(runs, 'before', wb),
      t44_after: bounds(runs, 'after', wb),
      t44_n_secondary: numberAt(runs['after'], 'summary', 'secondary'),
      t44_candidates_upper: candidates44.map(
        (cell) => numberAt(runs[cell.replace(',', '')], 'audit', 'high', wb) ?? Number.NaN,
      ),
      linked_n_primary: numberAt(runs['linked'], 'summary', 'primary'),
      linked_revealed: revealed(runs, 'open'),
      linked_K_value: numberAt(runs['open'], 'audit', 'low', { region: 'K' }),
      linked_secondary: regionsWhere(runs, 'linked', 'cells', ({ status }) => status === 'secondary'),
      linked_after_revealed: revealed(runs, 'linked'),
      z1_suppressed: suppressed,
      z1_primary: primary,
      z1_primary_subset:
        suppressed.length === 0 ? null : Number(primary.every((id) => suppressed.includes(id))),
      z1_min_interval: Math.min(
        ...rowsWhere(runs['z1'], 'audit').map(({ width }) =>
          typeof width === 'number' ? width : Number.NaN,
        ),
      ),
    }
  },
  unreachable: {
    gauss_suppressed:
      'The pattern of one heuristic (GAUSS), valid and dearer: it hides 43 beside the sensitive cell. Ours is the proven cheapest, 40, the same as OPT.',
  },
}
