import type { JsonStandard } from '../json/format'
import { memoryTable } from '../json/memory-table'
import type { Shape } from '../json/shape'
import type { JsonSurvey } from '../json/tables'
import { readTree } from '../json/tree'
import type { Declared, SourceColumn, SourceTable } from '../tables/source-table'
import { type BatchRequest, collectEntities, type Entities, setsIn } from './collect'
import { type EntitySet, type Fields, isEntitySet, navigation } from './entities'

/** Larger documents are read as plain JSON: entities refer to each other, so all must be in memory. */
const MAX_BYTES = 40 * 1024 * 1024

/**
 * OGC SensorThings: collections, expanded entities, deep inserts, arrays of observations and batches. A table for
 * each kind of entity; observations are long, with unit and observed property of their datastream beside them.
 */
export const sensorThings: JsonStandard = {
  format: 'sensorthings',
  async tables(survey, job) {
    const { document, root } = survey
    if (document.mode !== 'single' || document.source.bytes > MAX_BYTES || !isSensorThings(root)) return null
    const { entities, requests } = collectEntities(await readTree(document, job))
    describeObservations(entities)
    const tables = setsIn(entities).map((set) => entityTable(survey, set, entities.get(set) ?? []))
    const all = requests.length === 0 ? tables : [...tables, requestTable(survey, requests)]
    return all.length === 0 ? null : all
  },
}

/** Members only SensorThings has, looked for where the standard puts them. */
function isSensorThings(root: Shape): boolean {
  const requests = root.members.get('requests')?.items
  if (requests != null)
    return (requests.members.get('url')?.texts ?? []).some(isSetUrl) && requests.members.has('body')
  const listed = root.arrays > 0 ? root.items : (root.members.get('value')?.items ?? root)
  const keys = [...(listed?.members.keys() ?? []), ...root.members.keys()]
  if (keys.some((key) => /^@iot\.|@iot\.(?:navigationLink|count|nextLink)$/.test(key))) return true
  if (keys.includes('dataArray') && keys.includes('components')) return true
  const expanded = keys.filter((key) => navigation(key) !== null)
  return expanded.some((key) => isDatastream(listed?.members.get(key))) || isDatastream(listed)
}

const isSetUrl = (url: string): boolean =>
  url.split('/').some((part) => isEntitySet(part.replace(/[(?].*$/, '')))

function isDatastream(shape: Shape | null | undefined): boolean {
  const members = (shape?.items ?? shape)?.members
  return (
    members?.has('unitOfMeasurement') === true &&
    (members.has('Observations') || members.has('ObservedProperty') || members.has('observationType'))
  )
}

/** Puts beside each observation what its datastream says: name, unit, observed property, thing. */
function describeObservations(entities: Entities): void {
  const byId = (set: EntitySet) => new Map((entities.get(set) ?? []).map((each) => [each.get('id'), each]))
  const streams = new Map([...byId('MultiDatastreams'), ...byId('Datastreams')])
  const properties = byId('ObservedProperties')
  for (const observation of entities.get('Observations') ?? []) {
    const id = observation.get('datastream_id') ?? observation.get('multi_datastream_id')
    const stream = id == null ? undefined : streams.get(id)
    if (stream === undefined) continue
    const property = properties.get(stream.get('observed_property_id') ?? null)
    observation.set('datastream_name', stream.get('name') ?? null)
    observation.set('thing_id', stream.get('thing_id') ?? null)
    observation.set('observed_property', property?.get('name') ?? null)
    const symbol = stream.get('unitOfMeasurement.symbol')
    observation.set(
      'unit',
      symbol != null && symbol !== '' ? symbol : (stream.get('unitOfMeasurement.name') ?? null),
    )
  }
}

/** Columns of observations that come first, where they are. */
const FIRST = [
  'id',
  'thing_id',
  'datastream_id',
  'datastream_name',
  'observed_property',
  'phenomenon_start',
  'phenomenon_end',
  'result',
  'unit',
]

function entityTable(survey: JsonSurvey, set: EntitySet, entities: readonly Fields[]): SourceTable {
  const all = new Set(entities.flatMap((each) => [...each.keys()]))
  const filled = (name: string): boolean => entities.some((each) => each.get(name) != null)
  const first = set === 'Observations' ? FIRST.filter((name) => all.has(name)) : []
  const names = [...new Set([...first, ...all])].filter((name) => name !== 'phenomenon_end' || filled(name))
  const plain = set.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()
  const columns = names.map((label): SourceColumn => {
    const declared = set === 'Observations' ? declaredOf(label, entities) : undefined
    return declared === undefined ? { label } : { label, declared }
  })
  return table(
    survey,
    set,
    plain,
    columns,
    entities.map((each) => names.map((name) => each.get(name) ?? null)),
  )
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/

function declaredOf(label: string, entities: readonly Fields[]): Declared | undefined {
  if (/^phenomenon_|^result_time$/.test(label)) return { role: 'period' }
  if (label.endsWith('_id') || label === 'id') return { role: 'identifier' }
  if (label !== 'result') return undefined
  const results = entities.map((each) => each.get('result')).filter((text) => text != null)
  if (results.length === 0 || !results.every((text) => NUMBER.test(text))) return undefined
  const [unit, ...others] = new Set(entities.map((each) => each.get('unit') ?? ''))
  return { role: 'measure', ...(unit !== undefined && unit !== '' && others.length === 0 ? { unit } : {}) }
}

function requestTable(survey: JsonSurvey, requests: readonly BatchRequest[]): SourceTable {
  const columns = ['id', 'method', 'url'].map((label) => ({ label }))
  return table(
    survey,
    'requests',
    'requests',
    columns,
    requests.map(({ id, method, url }) => [id, method, url]),
  )
}

const table = (
  { lines, problems }: JsonSurvey,
  id: string,
  suffix: string,
  columns: readonly SourceColumn[],
  rows: readonly (readonly (string | null)[])[],
): SourceTable =>
  memoryTable({
    id,
    title: id,
    suffix,
    columns,
    rows,
    dialect: { format: 'sensorthings', facts: { entities: id } },
    problems,
    lines,
  })
