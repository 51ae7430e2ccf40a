import type { Dialect, Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { JsonSurvey } from '../json/tables'
import type { TreePath } from '../json/tree'
import { problem } from '../problem'
import { RowBatches } from '../tables/row-batches'
import type { Declared, SourceColumn, SourceTable, TableCounts, TableSink } from '../tables/source-table'
import { type Cell, CellReader } from './cell-reader'
import type { Cube, Dimension } from './cube'

const EXACT_BYTES = 64 * 1024 * 1024
const TIME_ID = /^(?:time|time_period|year|period)$/i

interface Naming {
  readonly id: string
  readonly title: string
  readonly suffix: string
  readonly isFirst: boolean
}

/** What a column takes from a cell. */
type Take = (codes: readonly string[], cell: Cell, cube: Cube) => string | null

interface CubeColumn extends SourceColumn {
  readonly take: Take
}

/** A cube loaded long: a row for each cell, its codes, labels where they differ, value and status. */
export function cubeTable(survey: JsonSurvey, cube: Cube, path: TreePath, naming: Naming): SourceTable {
  const { document, lines } = survey
  const columns = columnsOf(cube)
  const dialect: Dialect = { format: 'json-stat', facts: cube.facts }
  const missing = cube.isSparse ? 0 : cube.cells - cube.values
  const problems = [
    ...(naming.isFirst ? survey.problems : []),
    ...(missing > 0 ? [problem('json-stat.values-missing', missing, null)] : []),
  ]
  return {
    ...naming,
    byDefault: true,
    columns: columns.map(({ take: _, ...column }) => column),
    header: 0,
    long: false,
    dialect,
    problems,
    records: cube.values,
    costly: document.source.bytes > EXACT_BYTES,
    lines,
    async sample(limit) {
      const reader = new Sampler(cube, path, limit)
      const quiet: JobContext = { signal: new AbortController().signal, report: () => {} }
      await document.read(reader, quiet, () => {})
      return reader.found.slice(0, limit).map((cell) => rowOf(columns, cube, cell))
    },
    read: (sink, job, progress) => readCube(survey, cube, path, columns, dialect, sink, job, progress),
  }
}

const rowOf = (columns: readonly CubeColumn[], cube: Cube, cell: Cell): (string | null)[] => {
  const codes = codesAt(cube, cell.position)
  return columns.map(({ take }) => take(codes, cell, cube))
}

/** Row-major, the last dimension fastest. */
export function codesAt({ dimensions }: Cube, position: number): readonly string[] {
  const codes = new Array<string>(dimensions.length)
  let rest = position
  for (let i = dimensions.length - 1; i >= 0; i--) {
    const own = dimensions[i]?.codes ?? []
    codes[i] = own[rest % own.length] ?? ''
    rest = Math.floor(rest / own.length)
  }
  return codes
}

/** The dimensions by their ids, time last as `time_period`; then value, unit and status. */
function columnsOf(cube: Cube): readonly CubeColumn[] {
  const time = timeDimension(cube.dimensions)
  const order = cube.dimensions.map((dimension, i) => ({ dimension, i }))
  const sorted = [
    ...order.filter(({ dimension }) => dimension !== time),
    ...order.filter(({ dimension }) => dimension === time),
  ]
  const unit = unitOf(cube)
  return [
    ...sorted.flatMap(({ dimension, i }) => dimensionColumns(dimension, i, dimension === time)),
    {
      label: 'obs_value',
      name: 'obs_value',
      declared: { type: 'number', role: 'measure', ...(unit === null ? {} : { unit }) },
      take: (_, { value }) => value,
    },
    ...(unit === null ? unitColumns(cube) : []),
    {
      label: 'obs_status',
      name: 'obs_status',
      declared: { type: 'text', role: 'status' },
      take: (_, { position }, { status }) => status(position),
    },
  ]
}

function timeDimension(dimensions: readonly Dimension[]): Dimension | null {
  const said = dimensions.filter(({ role }) => role === 'time')
  const [only, ...others] =
    said.length > 0 ? said : dimensions.filter(({ id, role }) => role === null && TIME_ID.test(id))
  return only !== undefined && others.length === 0 ? only : null
}

function dimensionColumns(dimension: Dimension, index: number, isTime: boolean): readonly CubeColumn[] {
  const { id, label, labels, parents, role } = dimension
  const name = isTime ? 'time_period' : id.toLowerCase()
  const declared: Declared = {
    type: 'text',
    ...(isTime
      ? { role: 'period' }
      : role === 'geo'
        ? { role: 'territory' }
        : role === 'metric'
          ? { role: 'category' }
          : {}),
  }
  const title = label === id ? id : `${label} (${id})`
  const codeOf = (codes: readonly string[]): string => codes[index] ?? ''
  const more = (ending: string, texts: ReadonlyMap<string, string>): CubeColumn => ({
    label: `${id}_${ending}`,
    name: `${name}_${ending}`,
    declared: { type: 'text', role: ending === 'label' ? 'text' : 'category' },
    take: (codes) => texts.get(codeOf(codes)) ?? null,
  })
  return [
    { label: title, name, declared, take: codeOf },
    ...(labels === null ? [] : [more('label', labels)]),
    ...(parents === null ? [] : [more('parent', parents)]),
  ]
}

/** The unit when it is the same for every cell. */
function unitOf({ dimensions }: Cube): string | null {
  const metric = dimensions.find(({ units }) => units !== null)
  const units = new Set(metric?.codes.map((code) => metric.units?.get(code) ?? null))
  const [unit = null] = units
  return units.size === 1 ? unit : null
}

function unitColumns({ dimensions }: Cube): readonly CubeColumn[] {
  const index = dimensions.findIndex(({ units }) => units !== null)
  const units = dimensions[index]?.units
  if (units == null) return []
  return [
    {
      label: 'unit',
      name: dimensions.some(({ id }) => id.toLowerCase() === 'unit') ? 'obs_unit' : 'unit',
      declared: { type: 'text', role: 'category' },
      take: (codes) => units.get(codes[index] ?? '') ?? null,
    },
  ]
}

class Sampler extends CellReader {
  readonly found: Cell[] = []

  constructor(
    cube: Cube,
    path: TreePath,
    private readonly limit: number,
  ) {
    super(cube, path)
  }

  async drain(): Promise<boolean> {
    this.found.push(...this.take().cells)
    return this.found.length < this.limit
  }
}

class Loader extends CellReader {
  loaded = 0

  constructor(
    private readonly whole: Cube,
    path: TreePath,
    private readonly columns: readonly CubeColumn[],
    private readonly sink: TableSink,
    private readonly batches: RowBatches,
  ) {
    super(whole, path)
  }

  async drain(): Promise<boolean> {
    const { cells, rejects } = this.take()
    for (const cell of cells) await this.batches.add(rowOf(this.columns, this.whole, cell), cell.position + 1)
    this.loaded += cells.length
    if (rejects.length > 0) await this.sink.rejects(rejects)
    return true
  }
}

async function readCube(
  { document }: JsonSurvey,
  cube: Cube,
  path: TreePath,
  columns: readonly CubeColumn[],
  dialect: Dialect,
  sink: TableSink,
  job: JobContext,
  progress: (share: number) => void,
): Promise<TableCounts> {
  const batches = new RowBatches(sink, columns.length)
  const loader = new Loader(cube, path, columns, sink, batches)
  await document.read(loader, job, progress)
  await batches.flush()
  const problems: readonly Problem[] = []
  return { read: loader.read, preamble: 0, footer: 0, footerFrom: null, problems, dialect }
}
