import {
  type AxisOrder,
  axisOrders,
  type ImportOptions,
  type Problem,
} from '../../../analyses/model/data-set'
import { FaultError, refuse } from '../../../analyses/model/fault'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import { contains, DEGREES } from './extent'
import type { Bounds } from './geometry'
import { nameSystem } from './name-system'
import { findSystem, type ReferenceSystem, referenceSystems } from './systems'
import { liesIn } from './to-wgs84'

/** What a layer says about its reference system. */
export interface DeclaredCrs {
  /** A code, a URN, or WKT, as it stands in the source. */
  readonly text: string
  /** Where it stands: `towns.prj`, `crs`, `gpkg_spatial_ref_sys`. */
  readonly from: string
}

/** How the coordinates of one layer become longitude and latitude. */
export interface ChosenCrs {
  /** Null: a person said `none`; coordinates stay in `geometry_source` and no place is known. */
  readonly system: ReferenceSystem | null
  readonly axes: AxisOrder
  readonly facts: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

export interface CrsQuestion {
  readonly source: ByteSource
  readonly layer: string
  readonly declared: DeclaredCrs | null
  /** Longitude and latitude are what the format's standard means when nothing is said: GeoJSON, TopoJSON. */
  readonly degreesByStandard?: boolean
  /** Of the coordinates as they stand; null when the layer has none. */
  readonly bounds: Bounds | null
  readonly options: ImportOptions
}

const WGS84 = 'EPSG:4326'
/** Longitude and latitude exchanged, for Czechia, Slovakia and Poland: such a place lies in the Arabian Sea. */
const SWAPPED_HOME: Bounds = [47.5, 11.5, 55.2, 24.5]

/**
 * The reference system of a layer: what a person says, else what the source says, else what the range of its
 * coordinates allows for Central Europe, which is always reported. Axes that look exchanged are reported with the
 * order that would bring the layer home, and left as they are. Faults: `import.crs-unknown`, `import.crs-missing`,
 * `import.crs-not-supported`.
 */
export function chooseCrs(question: CrsQuestion): ChosenCrs {
  const { options, layer } = question
  const said = { ...options, ...options.tables?.[layer] }
  if (said.crs?.toLowerCase() === 'none')
    return { system: null, axes: 'xy', facts: { crs: 'none' }, problems: [] }
  if (said.crs !== undefined) {
    const system = systemOf(said.crs) ?? notSupported(question, said.crs)
    return chosen(question, system, said.axes ?? system.axes, 'person', [])
  }
  const { declared } = question
  if (declared === null || declared.text.trim() === '') return guessed(question, said.axes)
  const system = systemOf(declared.text) ?? unknown(question, declared)
  if (inDegrees(system) && question.bounds !== null && !contains(DEGREES, question.bounds)) {
    return guessed(question, said.axes, declared)
  }
  return chosen(question, system, said.axes ?? system.axes, declared.from, [])
}

/** For files of several layers: an unknown system is a problem of its layer, and its fault waits until it is read. */
export function chooseOrPostpone(question: CrsQuestion): {
  readonly crs: ChosenCrs
  readonly refused: FaultError | null
} {
  try {
    return { crs: chooseCrs(question), refused: null }
  } catch (error) {
    const isUnknown =
      error instanceof FaultError && /^import\.crs-(?:unknown|missing)$/.test(error.fault.code)
    if (!isUnknown) throw error
    const { layer, declared } = question
    const problems = [
      problem('geometry.crs-unknown', 1, null, undefined, `${layer}: ${declared?.text.slice(0, 80) ?? '–'}`),
    ]
    return { crs: { system: null, axes: 'xy', facts: { crs: 'unknown' }, problems }, refused: error }
  }
}

const systemOf = (text: string): ReferenceSystem | null => {
  const id = nameSystem(text)
  return id === null ? null : findSystem(id)
}

const inDegrees = (system: ReferenceSystem): boolean => system.definition === null

/** No word of the source, or a word that cannot be true: the coordinates must tell. */
function guessed(question: CrsQuestion, axes: AxisOrder | undefined, declared?: DeclaredCrs): ChosenCrs {
  const { bounds, layer } = question
  if (bounds === null || contains(DEGREES, bounds)) {
    const system = known(WGS84)
    if (question.degreesByStandard === true) return chosen(question, system, axes ?? 'xy', 'standard', [])
    const assumed =
      bounds === null ? [] : [problem('geometry.crs-assumed', 1, null, undefined, `${layer}: ${WGS84}`)]
    return chosen(question, system, axes ?? 'xy', 'assumed', assumed)
  }
  const fits = candidates(bounds)
  const [first] = fits
  if (first === undefined || fits.length > 1) {
    const names = fits.map(({ system }) => system.id).join(', ') || '–'
    return refuse(
      'import.crs-missing',
      { file: question.source.file, layer, candidates: names },
      question.source.path,
    )
  }
  const code = declared === undefined ? 'geometry.crs-guessed' : 'geometry.crs-contradicted'
  const order = first.axes === 'xy' ? '' : `, axes ${first.axes}`
  return chosen(question, first.system, axes ?? first.axes, 'guessed', [
    problem(code, 1, null, undefined, `${layer}: ${first.system.id}${order}`),
  ])
}

function chosen(
  question: CrsQuestion,
  system: ReferenceSystem,
  axes: AxisOrder,
  from: string,
  problems: readonly Problem[],
): ChosenCrs {
  const { bounds, layer } = question
  const facts = {
    crs: system.id,
    crs_name: system.name,
    crs_from: from,
    ...(axes === 'xy' ? {} : { axes }),
    ...(needsWork(system, axes)
      ? { to_wgs84: `rounded to 1e-7 degrees, accuracy about ${Math.max(1, system.accuracy)} m` }
      : {}),
  }
  if (bounds === null || fitsHome(bounds, system, axes)) return { system, axes, facts, problems }
  const better = axisOrders.filter((order) => order !== axes && fitsHome(bounds, system, order))
  const [order] = better
  const found =
    order !== undefined && better.length === 1
      ? problem('geometry.axes-exchanged', 1, null, undefined, `${layer}: axes ${order}`)
      : problem('geometry.outside-area', 1, null, undefined, `${layer}: ${system.id}`)
  return { system, axes, facts, problems: [...problems, found] }
}

export const needsWork = (system: ReferenceSystem, axes: AxisOrder): boolean =>
  system.definition !== null || axes !== 'xy'

/** In the system's area; degrees must also not be those of home with the axes exchanged. */
function fitsHome(bounds: Bounds, system: ReferenceSystem, axes: AxisOrder): boolean {
  if (!inDegrees(system)) return liesIn(bounds, system, axes)
  if (axes !== 'xy' && axes !== 'yx') return false
  const [west, south, east, north] = bounds
  const turned: Bounds = axes === 'xy' ? bounds : [south, west, north, east]
  return contains(DEGREES, turned) && !contains(SWAPPED_HOME, turned)
}

interface Candidate {
  readonly system: ReferenceSystem
  readonly axes: AxisOrder
  readonly range: Bounds
}

/** Ranges of coordinates in metres that Czechia, Slovakia and Poland have; only disjoint ones are of use. */
function candidates([west, south, east, north]: Bounds): readonly Candidate[] {
  const box: Bounds = [west, south, east, north]
  return ranges.filter(({ range }) => contains(range, box))
}

const known = (id: string): ReferenceSystem => {
  const system = findSystem(id)
  if (system === null) throw new Error(`no reference system ${id}`)
  return system
}

const range = (id: string, axes: AxisOrder, bounds: Bounds): Candidate => ({
  system: known(id),
  axes,
  range: bounds,
})

const ranges: readonly Candidate[] = [
  range('EPSG:5514', 'xy', [-960_000, -1_360_000, -150_000, -900_000]),
  range('EPSG:5514', 'yx', [-1_360_000, -960_000, -900_000, -150_000]),
  range('EPSG:5514', '-x-y', [150_000, 900_001, 960_000, 1_360_000]),
  range('EPSG:5514', '-y-x', [900_001, 150_000, 1_360_000, 960_000]),
  range('EPSG:3857', 'xy', [1_300_000, 5_900_000, 2_800_000, 7_500_000]),
  range('EPSG:2180', 'xy', [140_000, 90_000, 900_000, 900_000]),
  range('EPSG:3035', 'xy', [4_200_000, 2_600_000, 5_600_000, 3_700_000]),
  range('EPSG:32633', 'xy', [200_000, 5_200_000, 1_000_000, 6_200_000]),
  range('EPSG:32634', 'xy', [-100_000, 5_200_000, 900_000, 6_200_000]),
]

function unknown({ source, layer }: CrsQuestion, { text, from }: DeclaredCrs): never {
  const name = /^[A-Z_]+\s*[[(]\s*"([^"]*)"/i.exec(text.trim())?.[1] ?? text.trim()
  return refuse(
    'import.crs-unknown',
    { file: source.file, layer, crs: name.slice(0, 80), from, known: knownIds() },
    source.path,
  )
}

function notSupported({ source, layer }: CrsQuestion, crs: string): never {
  return refuse(
    'import.crs-not-supported',
    { file: source.file, layer, crs: crs.slice(0, 80), known: knownIds() },
    source.path,
  )
}

const knownIds = (): string => referenceSystems.map(({ id }) => id).join(', ')
