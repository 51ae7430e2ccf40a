import type { Problem, SourceFormat } from '../../../analyses/model/data-set'
import type { SourceColumn, SourceTable } from '../tables/source-table'
import { type Collection, findCollections, type Step } from './collections'
import type { JsonDocument } from './document'
import { flatten, type RecordKind } from './flatten'
import { featureKind, namedReferenceSystem } from './geojson'
import { firstRecords, jsonTable } from './json-table'
import type { Shape } from './shape'

export interface JsonSurvey {
  readonly document: JsonDocument
  readonly root: Shape
  readonly lines: readonly string[]
  /** What is odd about the text as a whole. */
  readonly problems: readonly Problem[]
  /** False: objects in records stay JSON text. */
  readonly flatten: boolean
  /** Standards of single records, the first that fits decides. */
  readonly kinds: readonly KindFinder[]
}

/** Knows the records of one standard by their shape. */
export interface KindFinder {
  readonly format: SourceFormat
  find(
    collection: Collection,
    root: Shape,
  ): (RecordKind & { facts?: Readonly<Record<string, string>> }) | null
}

const features: KindFinder = {
  format: 'geojson',
  find(collection, root) {
    const kind = featureKind(collection)
    const crs = namedReferenceSystem(root)
    return kind === null ? null : { ...kind, facts: crs === null ? {} : { crs } }
  },
}

function kindOf({ kinds, root }: JsonSurvey, collection: Collection) {
  for (const finder of [...kinds, features]) {
    const kind = finder.find(collection, root)
    if (kind !== null) return { kind, format: finder.format, facts: kind.facts ?? {} }
  }
  return null
}

/** Every table of a JSON document that follows no special standard. */
export async function plainTables(survey: JsonSurvey): Promise<readonly SourceTable[]> {
  const collections = findCollections(survey.root)
  const tables: SourceTable[] = []
  for (const collection of collections) tables.push(await plainTable(survey, collection, collections))
  return tables
}

/** A path as people write it: `results`, `data.items`; the root is `$`. */
export const pathText = (steps: readonly Step[]): string =>
  steps
    .flatMap((step) => (step.kind === 'member' ? [step.key] : step.kind === 'entries' ? ['*'] : []))
    .join('.') || '$'

async function plainTable(
  survey: JsonSurvey,
  collection: Collection,
  all: readonly Collection[],
): Promise<SourceTable> {
  const { document, lines, problems } = survey
  const known = kindOf(survey, collection)
  const isHead = collection.steps.length === 0
  const elsewhere = new Set(
    isHead ? all.filter((each) => each !== collection).map(({ steps }) => pathText(steps)) : [],
  )
  const make = () =>
    flatten(collection, {
      flatten: survey.flatten,
      ...(known === null ? {} : { kind: known.kind }),
      byLine: document.mode === 'lines',
      omit: (path) => elsewhere.has(path.join('.')),
    })
  const { columns } = make()
  const layout = () => make().layout
  const header = isRowsOfCells(collection) ? await headerOf(document, layout) : null
  const first = collection === all[0]
  const path = pathText(collection.steps)
  return jsonTable(
    document,
    {
      id: path,
      title: first && path === '$' ? document.source.file : path,
      suffix: isHead
        ? 'head'
        : (path
            .split('.')
            .filter((part) => part !== '*')
            .at(-1) ?? ''),
      byDefault: collection.byDefault,
      format: known?.format ?? (document.mode === 'single' ? 'json' : 'json-lines'),
      facts: { path, ...known?.facts },
      columns: header === null ? columns : named(columns, header),
      layout,
      records: collection.count + (isTop(collection) ? document.badLines.size : 0),
      problems: first ? problems : [],
      headerRow: header !== null,
      takesBadLines: isTop(collection),
    },
    lines,
  )
}

/** The values of JSON Lines themselves. */
const isTop = ({ steps, parent }: Collection): boolean =>
  parent === null && steps.length === 1 && steps[0]?.kind === 'items'

const isRowsOfCells = ({ shape: { arrays, objects, scalars, items } }: Collection): boolean =>
  arrays > 1 && objects + scalars === 0 && items !== null && items.objects + items.arrays === 0

/** The texts of the first row when it reads like a header: different words, no number among them. */
async function headerOf(document: JsonDocument, layout: () => Parameters<typeof firstRecords>[1]) {
  if (document.mode === 'lines') return null
  const [first] = await firstRecords(document, layout(), 1)
  const cells = first?.cells ?? []
  const words = cells.filter((cell) => cell !== null && /\p{L}/u.test(cell) && !/^(?:true|false)$/.test(cell))
  return words.length === cells.length && new Set(cells).size === cells.length ? words : null
}

const named = (
  columns: readonly SourceColumn[],
  header: readonly (string | null)[],
): readonly SourceColumn[] => columns.map((column, i) => ({ ...column, label: header[i] ?? column.label }))
