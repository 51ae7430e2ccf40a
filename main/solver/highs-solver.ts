import { createRequire } from 'node:module'
import type {
  Answer,
  OpenProgram,
  Program,
  ProgramRow,
  ProgramSolver,
} from '../../analyses/methods/core/optimise/program'

type Highs = Awaited<ReturnType<typeof import('highs')['default']>>
type Model = ReturnType<Highs['createModel']>

/**
 * Work one call may take. Counted in steps and not in seconds, so that every machine gives up at the same place and
 * equal input gives equal bytes; on a slow one it is about half a second.
 */
const limits = { simplex_iteration_limit: 200_000, mip_max_nodes: 100, mip_max_leaves: 100 } as const

let loading: Promise<ProgramSolver> | null = null

/** HiGHS as the solver of programs, loaded once. It runs in this thread: its calls are short. */
export function loadSolver(): Promise<ProgramSolver> {
  loading ??= load()
  return loading
}

async function load(): Promise<ProgramSolver> {
  const [{ default: make }, wasmPath] = await Promise.all([import('highs'), programFile()])
  const highs = await make({ locateFile: () => wasmPath, print: () => {}, printErr: () => {} })
  return { open: (program) => openProgram(highs, program) }
}

/** The built app carries the file with it; run from source, it lies in its package. */
const programFile = (): Promise<string> =>
  import('highs/runtime?asset').then(
    ({ default: path }) => path,
    () => createRequire(import.meta.url).resolve('highs/runtime'),
  )

function openProgram(highs: Highs, { columns, rows, changes = 'costs' }: Program): OpenProgram {
  const whole = columns.whole !== undefined
  const model = highs.createModel({
    numCols: columns.cost.length,
    numRows: rows.length,
    colCost: columns.cost,
    colLower: columns.low,
    colUpper: columns.high,
    rowLower: rows.map(({ low }) => low),
    rowUpper: rows.map(({ high }) => high),
    matrix: matrixOf(columns.cost.length, rows),
    ...(columns.whole === undefined ? {} : { integrality: Int32Array.from(columns.whole) }),
  })
  // The simplex goes on where it stood: the primal one after other costs, the dual one after other bounds. Programs in
  // whole numbers start anew each time.
  model.options.set({ output_flag: false, random_seed: 1, ...limits })
  if (whole) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-6 })
  else model.options.set({ presolve: 'off', simplex_strategy: changes === 'costs' ? 4 : 1 })
  return {
    setCost: (column, cost) => {
      model.changeColCost(column, cost)
    },
    setBounds: (column, low, high) => {
      model.changeColBounds(column, low, high)
    },
    addRow: ({ columns: indices, factors, low, high }) => {
      model.addRow(low, high, { indices: [...indices], values: [...factors] })
    },
    solve: () => solved(highs, model, whole),
    close: () => model.dispose(),
  }
}

function matrixOf(numCols: number, rows: readonly ProgramRow[]) {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ columns }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + columns.length
  })
  return {
    format: 'csr' as const,
    numCols,
    numRows: rows.length,
    starts,
    indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
    values: Float64Array.from(rows.flatMap(({ factors }) => factors)),
  }
}

function solved({ constants: { modelStatus } }: Highs, model: Model, whole: boolean): Answer {
  model.run()
  const ended = model.getModelStatus()
  const none = { objective: Number.NaN, values: null, reduced: null }
  if (ended === modelStatus.infeasible) return { status: 'infeasible', ...none }
  if (ended === modelStatus.unbounded || ended === modelStatus.unboundedOrInfeasible)
    return { status: 'unbounded', ...none }
  const objective = model.getObjectiveValue()
  const optimal = ended === modelStatus.optimal || ended === modelStatus.empty
  // A search in whole numbers that gave up may have found something all the same.
  if (!optimal && (!whole || !Number.isFinite(objective))) return { status: 'limit', ...none }
  const { colValue, colDual } = model.getSolution()
  return {
    status: optimal ? 'optimal' : 'limit',
    objective,
    values: colValue,
    reduced: whole ? null : colDual,
  }
}
