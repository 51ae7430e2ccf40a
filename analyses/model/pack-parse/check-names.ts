import { type Fault, fault } from '../fault'
import type { PackManifest } from '../pack-manifest'
import { manifestFile } from './read-manifest'

const at = (...path: readonly string[]): string => `${manifestFile}:${path.join('.')}`

/** Everything in the manifest that refers to something else in it: does that exist, and is it the right kind? */
export function checkNames(manifest: PackManifest): Fault[] {
  return [
    ...needFaults(manifest),
    ...paramFaults(manifest),
    ...relationFaults(manifest),
    ...outputFaults(manifest),
  ]
}

function needFaults(manifest: PackManifest): Fault[] {
  return Object.entries(manifest.needs).flatMap(([need, spec]) => {
    const columns = new Set(Object.keys(spec.columns))
    const check = (path: readonly string[], names: readonly string[]) =>
      unknown(at('needs', need, ...path), names, columns)
    return [
      ...check(['grain'], spec.grain),
      ...Object.entries(spec.columns).flatMap(([column, { at_most }]) =>
        at_most === undefined ? [] : check(['columns', column, 'at_most'], [at_most]),
      ),
      ...Object.entries(spec.columns)
        .filter(([, { rest, many }]) => rest && !many)
        .map(([column]) =>
          fault('pack.value-wrong', { detail: 'rest: many' }, at('needs', need, 'columns', column, 'rest')),
        ),
      ...Object.entries(spec.forms).flatMap(([form, { columns: needed, optional }]) =>
        check(['forms', form], [...needed, ...optional]),
      ),
    ]
  })
}

function paramFaults(manifest: PackManifest): Fault[] {
  const bindable = bindableColumns(manifest)
  return Object.entries(manifest.params).flatMap(([name, spec]) => {
    if ('of' in spec && spec.of !== undefined) return unknown(at('params', name, 'of'), [spec.of], bindable)
    const wrong = (detail: string) => [
      fault('pack.default-wrong', { param: name, detail }, at('params', name, 'default')),
    ]
    if (spec.type === 'choice')
      return spec.options.includes(spec.default) ? [] : wrong(`${spec.default}: ${spec.options.join(', ')}`)
    if (spec.type === 'integer' || spec.type === 'number')
      return spec.default === null || (spec.default >= spec.min && spec.default <= spec.max)
        ? []
        : wrong(`${spec.default}: ${spec.min}..${spec.max}`)
    return []
  })
}

/** Needs and steps share one name space, because SQL sees both as tables. */
function relationFaults(manifest: PackManifest): Fault[] {
  const needs = Object.keys(manifest.needs)
  const steps = madeBySteps(manifest)
  const relations = new Set([...needs, ...steps])
  const params = new Set(Object.keys(manifest.params))
  // What the runner itself tells SQL about a need: which form is bound, and which source columns.
  const given = new Set([...params, ...needs.flatMap((need) => [`${need}_form`, `${need}_columns`])])
  const readers = [
    ...Object.entries(manifest.steps).map(([name, step]) => ({ path: ['steps', name], step })),
    ...Object.entries(manifest.findings).map(([name, step]) => ({ path: ['findings', name], step })),
  ]
  return [
    ...steps
      .filter((step, index) => needs.includes(step) || steps.indexOf(step) !== index)
      .map((step) => fault('pack.name-taken', { name: step }, at('steps', step))),
    ...readers.flatMap(({ path, step }) => [
      ...unknown(at(...path, 'from'), step.from, relations),
      ...('uses' in step ? unknown(at(...path, 'uses'), step.uses, given) : []),
      ...('with' in step
        ? Object.entries(step.with).flatMap(([option, value]) =>
            typeof value === 'string' && value.startsWith('$')
              ? unknown(at(...path, 'with', option), [value.slice(1)], params)
              : [],
          )
        : []),
    ]),
  ]
}

/** What the steps leave behind: a step that names its outputs leaves those, every other one leaves its own name. */
const madeBySteps = ({ steps }: PackManifest): readonly string[] =>
  Object.entries(steps).flatMap(([name, step]) => {
    const given = 'gives' in step ? Object.values(step.gives) : []
    return given.length === 0 ? [name] : given
  })

const bindableColumns = ({ needs }: PackManifest): ReadonlySet<string> =>
  new Set(
    Object.entries(needs).flatMap(([need, { columns }]) =>
      Object.keys(columns).map((column) => `${need}.${column}`),
    ),
  )

function hidesTable(
  { tables }: PackManifest,
  name: string,
  shown: PackManifest['tables'][string]['columns'] | null,
): boolean {
  const table = tables[name]
  if (table === undefined) return false
  const columns = Object.keys(table.columns)
  return table.from !== name || shown === null || columns.join() !== Object.keys(shown).join()
}

function outputFaults(manifest: PackManifest): Fault[] {
  const steps = new Set(madeBySteps(manifest))
  const bindable = bindableColumns(manifest)
  const forms = new Set(Object.values(manifest.needs).flatMap((need) => Object.keys(need.forms)))
  const columnForms = (path: readonly string[], columns: PackManifest['tables'][string]['columns']) =>
    Object.entries(columns).flatMap(([column, { in_form }]) =>
      unknown(at(...path, column, 'in_form'), Object.keys(in_form), forms),
    )
  return [
    ...(manifest.flow === undefined ? [] : unknown(at('flow'), [manifest.flow], steps)),
    ...Object.entries(manifest.tables).flatMap(([table, { from, when, columns }]) => [
      ...unknown(at('tables', table, 'from'), [from], steps),
      ...(when === undefined ? [] : unknown(at('tables', table, 'when'), [when], bindable)),
      ...columnForms(['tables', table, 'columns'], columns),
    ]),
    ...Object.entries(manifest.charts).flatMap(([chart, { data, text, columns }]) => [
      // Both stand in the record under their names: a chart may draw a whole table, not hide one behind another.
      ...[
        { part: 'data', name: data, shown: columns },
        { part: 'text', name: text, shown: null },
      ]
        .filter(({ name, shown }) => hidesTable(manifest, name, shown))
        .map(({ part, name }) => fault('pack.name-taken', { name }, at('charts', chart, part))),
      ...unknown(at('charts', chart, 'data'), [data], steps),
      ...unknown(at('charts', chart, 'text'), [text], steps),
      ...columnForms(['charts', chart, 'columns'], columns),
    ]),
  ]
}

const unknown = (path: string, names: readonly string[], known: ReadonlySet<string>): Fault[] =>
  names
    .filter((name) => !known.has(name))
    .map((name) => fault('pack.name-unknown', { name, known: [...known].join(', ') }, path))
